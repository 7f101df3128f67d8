@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.persistence;
