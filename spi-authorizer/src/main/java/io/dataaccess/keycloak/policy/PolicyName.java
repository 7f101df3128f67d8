/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.Level;

/** Which policy this is, and for what. */
public record PolicyName(PolicyStamp stamp, Level level) {}
