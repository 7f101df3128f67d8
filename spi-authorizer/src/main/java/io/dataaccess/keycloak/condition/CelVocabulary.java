/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

/** The words a condition may use. Any other is refused when the condition is compiled. */
public enum CelVocabulary {
    /** For {@code eligibility} and {@code exemption}: {@code subject}, {@code client}, {@code scope}, {@code now}. */
    ELIGIBILITY("subject"),
    /** For {@code approverCondition}: also {@code approver} and {@code purpose}. */
    APPROVAL("approver");

    private final String person;

    CelVocabulary(String person) {
        this.person = person;
    }

    /** The word for the person that the condition is about. */
    String person() {
        return person;
    }
}
