/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import org.keycloak.models.ModelException;

/**
 * What the database answers. Keycloak turns the failures of its entity manager into its own exceptions, but not those of
 * a query, be it ours or its own (26.7.3).
 */
public final class DatabaseAnswer {

    private DatabaseAnswer() {}

    /**
     * The answer.
     *
     * @throws ModelException when there is none
     */
    public static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (PersistenceException e) {
            throw new ModelException("The database does not answer", e);
        }
    }
}
