/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;

/**
 * Compiles conditions and keeps the most recently used ones. Setting up takes some tenths of a second, compiling some
 * milliseconds, evaluating some microseconds: keep one object for the life of the server.
 */
public final class ConditionCompiler {

    private final CelEnvironment eligibility = new CelEnvironment(CelVocabulary.ELIGIBILITY);
    private final CelEnvironment approval = new CelEnvironment(CelVocabulary.APPROVAL);
    private final LruCache<Key, Condition> conditions;
    private final LruCache<String, TextPattern> patterns;

    /**
     * Keeps the most recently used.
     *
     * @param capacity how many conditions are kept, and how many patterns; at least 1
     */
    public ConditionCompiler(int capacity) {
        this.conditions = new LruCache<>(capacity);
        this.patterns = new LruCache<>(capacity);
    }

    /**
     * Compiles a condition, or takes the one compiled before.
     *
     * @throws ConditionException when it can never be evaluated; the message says where and why
     */
    public Condition compile(String source, CelVocabulary vocabulary) {
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
        if (source.codePointCount(0, source.length()) > CelEnvironment.MAX_CHARACTERS) {
            throw new ConditionException("the condition is too long: at most " + CelEnvironment.MAX_CHARACTERS
                    + " characters, this one has " + source.codePointCount(0, source.length()));
        }
        CelEnvironment language = switch (key.vocabulary()) {
            case ELIGIBILITY -> eligibility;
            case APPROVAL -> approval;
        };
        CelAbstractSyntaxTree checked = language.check(source);
        ConditionValidator review = new ConditionValidator(checked, key.vocabulary());
        return new Condition(source, language.plan(checked), review);
    }

    private record Key(String source, CelVocabulary vocabulary) {}
}
