/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

/** Where the application listens (port 0: any free one), whom it trusts, and its two secrets there. */
public record Config(int port, String issuer, String clientSecret, String apiSecret) {

    /** The values of the demo realm. */
    public static final Config DEMO =
            new Config(8180, "http://localhost:8080/realms/workforce", "sample-app-secret", "sample-api-secret");

    static Config parse(String... arguments) {
        Config config = DEMO;
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            if (option.length < 2) {
                throw new IllegalArgumentException("Expected --option=value, got " + argument);
            }
            config = config.with(option[0], option[1]);
        }
        return config;
    }

    private Config with(String option, String value) {
        return switch (option) {
            case "--port" -> new Config(Integer.parseInt(value), issuer, clientSecret, apiSecret);
            case "--issuer" -> new Config(port, value, clientSecret, apiSecret);
            case "--client-secret" -> new Config(port, issuer, value, apiSecret);
            case "--api-secret" -> new Config(port, issuer, clientSecret, value);
            default -> throw new IllegalArgumentException("Unknown option " + option);
        };
    }
}
