/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI file what our records know: an answer has all its fields, and only nullable ones may be null, or
 * absent where the record leaves them out; of what is sent, nullable fields and switches may be left out. And that every
 * call may be answered by an error, and which types the parameters of a query have.
 */
public final class RecordShapes implements OASFilter {

    private static final String SENT = "Body";

    @Override
    public void filterOpenAPI(OpenAPI file) {
        file.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(call -> {
                    call.getResponses().addAPIResponse(APIResponses.DEFAULT, error());
                    Optional.ofNullable(call.getParameters())
                            .ifPresent(parameters -> parameters.forEach(QueryParameters::describe));
                });
        Map<String, Schema> schemas = file.getComponents().getSchemas();
        records()
                .forEach(type -> name(type)
                        .flatMap(name -> Optional.ofNullable(schemas.get(name)))
                        .ifPresent(schema -> describe(type, schema)));
    }

    /** The name of the record in the file; empty when it is none of the representations. */
    public static Optional<String> name(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class))
                .map(org.eclipse.microprofile.openapi.annotations.media.Schema::name);
    }

    /** The records of the whole module. */
    public static List<Class<?>> records() {
        Path root = Path.of(location());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())))
                    .filter(Class::isRecord)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static APIResponse error() {
        Schema body = OASFactory.createSchema().ref("Error");
        return OASFactory.createAPIResponse()
                .description("An error")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(body)));
    }

    private static void describe(Class<?> type, Schema schema) {
        boolean sent = name(type).filter(name -> name.endsWith(SENT)).isPresent();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean absent = nullable && type.isAnnotationPresent(JsonInclude.class);
            if (!absent && (!sent || !(nullable || component.getType() == boolean.class))) {
                schema.addRequired(component.getName());
            }
            if (nullable && !absent) {
                schema.addProperty(
                        component.getName(),
                        orNull(Objects.requireNonNull(schema.getProperties().get(component.getName()))));
            }
        }
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            return property.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .addAnyOf(property)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static URI location() {
        try {
            return RecordShapes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.'), false, RecordShapes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
