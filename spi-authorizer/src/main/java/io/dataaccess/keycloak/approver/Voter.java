/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.policy.Login;

/**
 * Somebody who is about to decide.
 *
 * @param login the login behind their token
 * @param impersonated whether somebody else acts in their session
 */
public record Voter(Person person, Login login, boolean impersonated) {}
