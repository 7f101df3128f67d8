/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What both REST interfaces have in common: reading bodies and queries strictly, representations, errors. The words of
 * the kernel become JSON and HTTP here. Depends on session.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.web;
