/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar tells of itself. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "unknown" : version};
    }
}
