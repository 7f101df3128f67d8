/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a condition: their types for the compiler, and their values for the evaluation. */
final class CelBindings implements CelTypeProvider {

    // Type names are no CEL identifiers, so that no condition can make up a person, and read well in its messages.
    private static final StructType PERSON = struct(
            "a person",
            ImmutableMap.of(
                    "id", SimpleType.STRING,
                    "username", SimpleType.STRING,
                    "attributes", MapType.create(SimpleType.STRING, SimpleType.STRING),
                    "groups", ListType.create(SimpleType.STRING),
                    "serviceAccount", SimpleType.BOOL));
    private static final StructType CLIENT = struct("a client", ImmutableMap.of("id", SimpleType.STRING));

    static Map<String, CelType> of(CelVocabulary vocabulary) {
        Map<String, CelType> words = new HashMap<>(
                Map.of("subject", PERSON, "client", CLIENT, "scope", SimpleType.STRING, "now", SimpleType.TIMESTAMP));
        if (vocabulary == CelVocabulary.APPROVAL) {
            words.put("approver", PERSON);
            words.put("purpose", SimpleType.STRING);
        }
        return words;
    }

    static Map<String, Object> values(ConditionInput input) {
        Environment environment = input.environment();
        Map<String, Object> values = new HashMap<>(Map.of(
                "subject", values(input.subject()),
                "client", Map.of("id", environment.clientId()),
                "scope", environment.scope(),
                "now", environment.now(),
                "purpose", environment.purpose()));
        input.approver().ifPresent(approver -> values.put("approver", values(approver)));
        return values;
    }

    static Map<String, Object> values(Person approver, Instant now) {
        return Map.of("approver", values(approver), "now", now);
    }

    private static Map<String, Object> values(Person person) {
        return Map.of(
                "id", person.user().id(),
                "username", person.user().username(),
                "attributes", person.attributes().values(),
                "groups", person.groups().stream().map(GroupRef::path).sorted().toList(),
                "serviceAccount", person.account().serviceAccount());
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of(PERSON, CLIENT);
    }

    @Override
    public Optional<CelType> findType(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
