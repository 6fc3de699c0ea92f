package dev.cortado.dashboard.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One Chromium for all tests, a visitor of its own for each.
final class ChromiumExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace HERE = Namespace.create(ChromiumExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = Chromium.missing();
        if (missing.isEmpty() || "required".equals(System.getenv("CORTADO_BROWSER_TESTS"))) {
            return ConditionEvaluationResult.enabled("");
        }
        String reason = "Browser tests skipped: no %s on the path".formatted(missing);
        context.getRoot().getStore(HERE).computeIfAbsent("said", said -> {
            System.out.println(reason);
            return true;
        });
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot().getStore(HERE).computeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
        Visitor visitor = chromium.visitor();
        context.getStore(HERE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Store store = context.getStore(HERE);
        Visitor visitor = store.get(Visitor.class, Visitor.class);
        if (visitor == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitor.photograph(Path.of("target", "browser", "%s.%s.png".formatted(
                    context.getRequiredTestClass().getSimpleName(), context.getRequiredTestMethod().getName())));
        } else {
            visitor.hasNothingToComplainOf();
        }
    }
}
