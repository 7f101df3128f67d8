/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.check;

import io.dataaccess.transparency.format.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables by RFC 4180, with the names of the columns in the first line. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<Map<String, String>> rows(String text) {
        Csv csv = new Csv(text);
        if (text.isEmpty()) {
            throw new MalformedException("A table has the names of its columns in the first line");
        }
        List<String> names = csv.row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> cells = csv.row();
            if (cells.size() != names.size()) {
                throw new MalformedException(
                        "Row " + (rows.size() + 1) + " has another number of cells than the first");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (text.startsWith("\n", at)) {
            at++;
        } else if (at < text.length()) {
            throw new MalformedException("A cell ends with its quotation mark");
        }
        return cells;
    }

    private String cell() {
        if (!text.startsWith("\"", at)) {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        StringBuilder cell = new StringBuilder();
        int quote = text.indexOf('"', at + 1);
        at++;
        while (quote >= 0 && text.startsWith("\"\"", quote)) {
            cell.append(text, at, quote + 1);
            at = quote + 2;
            quote = text.indexOf('"', at);
        }
        if (quote < 0) {
            throw new MalformedException("A cell in quotation marks has no end");
        }
        cell.append(text, at, quote);
        at = quote + 1;
        return cell.toString();
    }
}
