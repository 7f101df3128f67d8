/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A web application and its API in one process, made to be copied. The API ({@code DataApi}, {@code TokenCheck}) decides
 * by the token alone; the web part ({@code WebPart}, {@code OidcClient}) obtains tokens and asks for more when the API says so.
 */
@NullMarked
package io.dataaccess.sample;

import org.jspecify.annotations.NullMarked;
