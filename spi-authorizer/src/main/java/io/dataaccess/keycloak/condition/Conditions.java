/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compiles conditions and keeps the most recently used ones. Setting up takes some tenths of a second, compiling some
 * milliseconds, evaluating some microseconds: keep one object for the life of the server.
 */
public final class Conditions {

    private final Language eligibility = new Language(Vocabulary.ELIGIBILITY);
    private final Language approval = new Language(Vocabulary.APPROVAL);
    private final int capacity;
    private final Map<Key, Condition> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Condition> eldest) {
            return size() > capacity;
        }
    };

    public Conditions(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, is " + capacity);
        }
        this.capacity = capacity;
    }

    /** @throws ConditionException when it can never be evaluated; the message says where and why */
    public Condition compile(String source, Vocabulary vocabulary) {
        Key key = new Key(source, vocabulary);
        synchronized (recent) {
            Condition known = recent.get(key);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: a slow compilation must not hold up decisions that need none.
        Condition compiled = compile(key);
        synchronized (recent) {
            Condition known = recent.putIfAbsent(key, compiled);
            return known == null ? compiled : known;
        }
    }

    private Condition compile(Key key) {
        String source = key.source();
        if (source.isBlank()) {
            throw new ConditionException("the condition is empty: write true, false or a comparison");
        }
        if (source.codePointCount(0, source.length()) > Language.MAX_CHARACTERS) {
            throw new ConditionException("the condition is too long: at most " + Language.MAX_CHARACTERS
                    + " characters, this one has " + source.codePointCount(0, source.length()));
        }
        Language language = switch (key.vocabulary()) {
            case ELIGIBILITY -> eligibility;
            case APPROVAL -> approval;
        };
        CelAbstractSyntaxTree checked = language.check(source);
        Review review = new Review(checked);
        return new Condition(source, language.plan(checked), review);
    }

    private record Key(String source, Vocabulary vocabulary) {}
}
