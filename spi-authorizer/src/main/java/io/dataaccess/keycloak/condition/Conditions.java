/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;

/**
 * Compiles conditions and keeps the most recently used ones. Setting up takes some tenths of a second, compiling some
 * milliseconds, evaluating some microseconds: keep one object for the life of the server.
 */
public final class Conditions {

    private final Language eligibility = new Language(Vocabulary.ELIGIBILITY);
    private final Language approval = new Language(Vocabulary.APPROVAL);
    private final Recent<Key, Condition> conditions;
    private final Recent<String, TextPattern> patterns;

    /**
     * Keeps the most recently used.
     *
     * @param capacity how many conditions are kept, and how many patterns; at least 1
     */
    public Conditions(int capacity) {
        this.conditions = new Recent<>(capacity);
        this.patterns = new Recent<>(capacity);
    }

    /**
     * Compiles a condition, or takes the one compiled before.
     *
     * @throws ConditionException when it can never be evaluated; the message says where and why
     */
    public Condition compile(String source, Vocabulary vocabulary) {
        return conditions.get(new Key(source, vocabulary), this::compile);
    }

    /**
     * A pattern for what people type.
     *
     * @throws ConditionException when it is not RE2, or repeats too much; the message says why
     */
    public TextPattern pattern(String source) {
        return patterns.get(source, TextPattern::compile);
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
        Review review = new Review(checked, key.vocabulary());
        return new Condition(source, language.plan(checked), review);
    }

    private record Key(String source, Vocabulary vocabulary) {}
}
