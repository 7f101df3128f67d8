/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An API and a web application that calls it, in one process only to save a second one. */
@SpringBootApplication
class Recipes {

    public static void main(String[] arguments) {
        SpringApplication.run(Recipes.class, arguments);
    }
}
