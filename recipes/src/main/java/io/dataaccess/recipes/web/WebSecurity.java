/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
class WebSecurity {

    @Bean
    SecurityFilterChain web(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/refused", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/workforce")
                        .failureHandler((request, response, failure) ->
                                response.sendRedirect("/refused?reason=" + Refusal.reason(failure))))
                .build();
    }
}
