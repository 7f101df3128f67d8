/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.PersistenceExceptionConverter;
import org.keycloak.models.ModelException;

/**
 * What the database answers. Keycloak turns the failures of its entity manager into its own exceptions, but not those of
 * a query, be it ours or its own (26.7.3).
 */
public final class DatabaseResult {

    private DatabaseResult() {}

    /**
     * The answer.
     *
     * @throws org.keycloak.models.ModelDuplicateException when something unique is there already
     * @throws org.keycloak.models.ModelIllegalStateException when somebody else changed it meanwhile
     * @throws ModelException when there is no answer, or no lock; its causes say why
     */
    public static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (PersistenceException e) {
            throw converted(e);
        }
    }

    /** Keycloak keeps the innermost cause only, which does not always say that the database is away. */
    private static ModelException converted(PersistenceException failure) {
        ModelException converted = PersistenceExceptionConverter.convert(failure);
        return converted.getClass().equals(ModelException.class)
                ? new ModelException("The database does not answer", failure)
                : converted;
    }
}
