/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.api;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@Configuration
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return rules(http, "/api/**")
                .oauth2ResourceServer(api -> api.jwt(withDefaults()).accessDeniedHandler(DataAccess::refuse))
                .build();
    }

    /** For data that must close at once when access is revoked. */
    @Bean
    @Order(0)
    SecurityFilterChain live(HttpSecurity http) throws Exception {
        return rules(http, "/api/live/**")
                .oauth2ResourceServer(api -> api.opaqueToken(withDefaults()).accessDeniedHandler(DataAccess::refuse))
                .build();
    }

    /** A page on another origin reads the missing scope only from a header that is exposed. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${browser-origin}") String origin) {
        CorsConfiguration browser = new CorsConfiguration();
        browser.setAllowedOrigins(List.of(origin));
        browser.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION));
        browser.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", browser);
        return source;
    }

    private static HttpSecurity rules(HttpSecurity http, String path) throws Exception {
        return http.securityMatcher(path)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/users/*/contact", "/api/live/users/*/contact")
                                .access(DataAccess.opens("us-contact", "us.user.contact"))
                                .anyRequest()
                                .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(withDefaults());
    }
}
