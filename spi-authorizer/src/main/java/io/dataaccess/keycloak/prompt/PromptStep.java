/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import java.util.Locale;

/** How far a login has come in the approval prompt. */
enum PromptStep {
    /** Everything it asks for is allowed. */
    DONE,
    /** Everything it asks for is allowed, and would go to a device: the person has to say yes to that. */
    CONFIRMING,
    /** Everything it asks for is allowed, and a policy wants that to be said once before it is opened. */
    NOTICE,
    /** Something is not open to this person, or cannot be decided: asking would not help. */
    REFUSED,
    /** A request that this login was waiting for has ended without access. */
    ANSWERED,
    /** Something has to be asked for. */
    ASKING,
    /** Everything has been asked for. */
    WAITING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
