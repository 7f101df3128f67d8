/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import io.dataaccess.keycloak.catalog.ConfigurationTable.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;

/** Makes the mistakes of the tables. */
public final class Mistake {

    private Mistake() {}

    public static void in(ComponentModel component, Cell cell) {
        if (cell.field().equals("name")) {
            component.setName(value(component.getName(), cell));
            return;
        }
        MultivaluedHashMap<String, String> config = component.getConfig();
        List<String> usual = List.copyOf(config.get(cell.field()));
        switch (cell.mistake()) {
            case "missing" -> config.remove(cell.field());
            case "several" -> {
                List<String> both = new ArrayList<>(usual);
                both.add(cell.input());
                config.put(cell.field(), both);
            }
            case "misspelt" -> config.put(cell.field() + "s", config.remove(cell.field()));
            default -> config.put(cell.field(), Collections.singletonList(value(usual.get(0), cell)));
        }
    }

    /** What is there in place of the usual value; null where there is nothing. */
    @SuppressWarnings("NullAway")
    public static String value(String usual, Cell cell) {
        return switch (cell.mistake()) {
            case "missing", "null" -> null;
            case "blank" -> " ";
            case "several" -> usual + " " + cell.input();
            case "misspelt", "wrong case", "wrong type" -> cell.input();
            default -> throw new IllegalArgumentException("No such mistake: " + cell.mistake());
        };
    }
}
