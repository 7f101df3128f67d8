/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy line by line (C2SP tlog-policy, syntax and structure). It is a file of octets, each taken for one character: names are
 * compared as they are, and only keys and addresses must be UTF-8. Types of keys that we do not know are refused, although
 * the specification has them: nothing is believed to be witnessed that cannot be verified.
 */
final class PolicyParser {

    private static final String NONE = "none";
    private static final int FIRST_MEMBER = 3;

    private final List<WitnessPolicy.Log> logs = new ArrayList<>();
    private final List<WitnessPolicy.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    WitnessPolicy parse(byte[] octets) {
        String policy = new String(octets, ISO_8859_1);
        int number = 0;
        for (String line : Strict.lines(policy)) {
            number++;
            try {
                read(line);
            } catch (MalformedException e) {
                throw new MalformedException("Line " + number + ": " + e.getMessage(), e);
            }
        }
        if (quorum == null) {
            throw new MalformedException("A policy has a quorum line");
        }
        return new WitnessPolicy(logs, witnesses, quorum);
    }

    private void read(String line) {
        if (line.chars().anyMatch(PolicyParser::isRefused)) {
            throw new MalformedException("A line has no control characters but tabs");
        }
        List<String> items = List.of(line.replace('\t', ' ').strip().split(" +"));
        String keyword = items.get(0);
        if (keyword.isEmpty() || keyword.startsWith("#")) {
            return;
        }
        switch (keyword) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new MalformedException("A line starts with log, witness, group or quorum");
        }
    }

    private void log(List<String> items) {
        checkItems(items, 2, 3, "log <vkey> [<url>]");
        VerifierKey key = key(items.get(1), SignatureType.ED25519);
        if (logs.stream().anyMatch(log -> log.key().hasSameKey(key))) {
            throw new MalformedException("The key of a log is listed once");
        }
        logs.add(new WitnessPolicy.Log(key, url(items, 2)));
    }

    private void witness(List<String> items) {
        checkItems(items, 3, 4, "witness <name> <vkey> [<url>]");
        VerifierKey key = key(items.get(2), SignatureType.COSIGNATURE_V1);
        if (witnesses.stream().anyMatch(witness -> witness.key().hasSameKey(key))) {
            throw new MalformedException("The key of a witness is listed once");
        }
        define(items.get(1), Quorum.of(key));
        witnesses.add(new WitnessPolicy.Witness(items.get(1), key, url(items, FIRST_MEMBER)));
    }

    private void group(List<String> items) {
        checkItems(items, FIRST_MEMBER + 1, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...");
        List<String> names = items.subList(FIRST_MEMBER, items.size());
        List<Quorum> listed = new ArrayList<>();
        for (String name : names) {
            listed.add(lookUp(name));
            if (!members.add(name)) {
                throw new MalformedException("A name is a member of one group, once");
            }
        }
        long threshold = switch (items.get(2)) {
            case "all" -> listed.size();
            case "any" -> 1;
            default -> Strict.decimal(items.get(2));
        };
        if (threshold < 1 || threshold > listed.size()) {
            throw new MalformedException("The threshold of a group is 1 to the number of its members");
        }
        define(items.get(1), Quorum.of(threshold, listed));
    }

    private void quorum(List<String> items) {
        checkItems(items, 2, 2, "quorum <name>");
        if (quorum != null) {
            throw new MalformedException("A policy has one quorum line");
        }
        quorum = items.get(1).equals(NONE) ? Quorum.NONE : lookUp(items.get(1));
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || defined.putIfAbsent(name, meaning) != null) {
            throw new MalformedException("A name is defined once, and none is taken");
        }
    }

    private Quorum lookUp(String name) {
        Quorum known = defined.get(name);
        if (known == null) {
            throw new MalformedException("A name is defined on a line above");
        }
        return known;
    }

    private static VerifierKey key(String vkey, SignatureType type) {
        VerifierKey key = VerifierKey.parse(utf8(vkey));
        if (key.type() != type) {
            throw new MalformedException("The key is of signature type " + type);
        }
        return key;
    }

    private static Optional<String> url(List<String> items, int at) {
        return items.size() > at ? Optional.of(utf8(items.get(at))) : Optional.empty();
    }

    private static String utf8(String octets) {
        return Strict.utf8(octets.getBytes(ISO_8859_1));
    }

    private static void checkItems(List<String> items, int least, int most, String form) {
        if (items.size() < least || items.size() > most) {
            throw new MalformedException("The line is: " + form);
        }
    }

    /** Octets 0x09, 0x20 to 0x7E and 0x80 to 0xFF are allowed. */
    private static boolean isRefused(int octet) {
        return (octet < ' ' && octet != '\t') || octet == 0x7F;
    }
}
