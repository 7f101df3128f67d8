/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.Set;

/**
 * CEL for one vocabulary, with bounds on what a condition can cost. CEL's {@code map} and {@code filter} and the
 * concatenation of texts and lists are left out: they are the only ways to build ever larger values, which CEL for Java
 * does not bound. {@code dyn} is left out because it switches type checking off.
 */
final class CelEnvironment {

    static final int MAX_CHARACTERS = 4000;

    @SuppressWarnings("deprecation") // the type checker of CEL 0.14.0 still asks whether literals are homogeneous
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_CHARACTERS)
            .maxParseRecursionDepth(32)
            .maxParseExpressionNodeCount(2000)
            .comprehensionMaxIterations(10_000)
            .enableHeterogeneousNumericComparisons(true)
            .enableHomogeneousLiterals(true)
            .build();

    private static final Set<Arithmetic> CONCATENATION =
            Set.of(Arithmetic.ADD_STRING, Arithmetic.ADD_BYTES, Arithmetic.ADD_LIST);

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final CelValidator literals;

    CelEnvironment(CelVocabulary vocabulary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(declarations())
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE)
                .setTypeProvider(new CelBindings());
        CelBindings.of(vocabulary).forEach(builder::addVar);
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
        literals = CelValidatorFactory.standardCelValidatorBuilder(compiler, runtime)
                .addAstValidators(TimestampLiteralValidator.INSTANCE, DurationLiteralValidator.INSTANCE)
                .build();
    }

    CelAbstractSyntaxTree check(String source) {
        try {
            return literals.validate(compiler.compile(source).getAst()).getAst();
        } catch (CelValidationException invalid) {
            throw CelIssues.first(invalid);
        }
    }

    CelRuntime.Program plan(CelAbstractSyntaxTree ast) {
        try {
            return runtime.createProgram(ast);
        } catch (CelEvaluationException invalid) {
            throw new ConditionException("the condition cannot be evaluated: " + invalid.getMessage());
        }
    }

    private static CelStandardDeclarations declarations() {
        return CelStandardDeclarations.newBuilder()
                .filterFunctions(
                        (function, overload) -> function != StandardFunction.DYN && !CONCATENATION.contains(overload))
                .build();
    }
}
