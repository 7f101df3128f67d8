/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Gives the mail its server options: {@code --spi-data-access--mail--interval}. */
public final class MailSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "data-access";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return MailJob.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return MailJobFactory.class;
    }
}
