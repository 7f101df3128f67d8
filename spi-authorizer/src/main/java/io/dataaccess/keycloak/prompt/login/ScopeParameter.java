/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** The {@code scope} of a login request. */
public record ScopeParameter(String text) {

    /** The scope parameter without these scopes; a parameterized scope goes with its parameter. */
    public String without(Collection<String> names) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .filter(word -> names.stream().noneMatch(name -> word.equals(name) || word.startsWith(name + ":")))
                .collect(Collectors.joining(" "));
    }
}
