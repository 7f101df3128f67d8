/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A race that is run as often as the system property {@code race.rounds} says, 5 times without it. */
@TestTemplate
@ExtendWith(EachRound.Rounds.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface EachRound {

    /** One invocation a round. */
    final class Rounds implements TestTemplateInvocationContextProvider {

        private static final int ROUNDS = Integer.getInteger("race.rounds", 5);

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return IntStream.rangeClosed(1, ROUNDS).mapToObj(round -> new TestTemplateInvocationContext() {
                @Override
                public String getDisplayName(int invocation) {
                    return "round " + invocation + " of " + ROUNDS;
                }
            });
        }
    }
}
