package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import java.util.List;

/// Steps of optimizers with given gradients.
final class OptimizerCases implements Family {
    /// From so many steps on, a run is a long one.
    private static final int LONG = 20;

    private final Named named = new Named();

    @Override
    public String file() {
        return "optimizers";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return named.missing(Optimizer.class, reference.text("optimizer"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        Optimizer optimizer = named.get(Optimizer.class, reference.text("optimizer"), reference.options());
        Parameter parameter = new Parameter("weight", Parameter.Role.WEIGHT, reference.tensor("start").tensor());
        try (Ops ops = Ops.open(engine)) {
            Optimizer.Stepper stepper = optimizer.start(Parameters.of(List.of(parameter)), ops);
            List<ReferenceCase> steps = reference.parts("steps");
            for (int i = 0; i < steps.size(); i++) {
                parameter.gradient().set(steps.get(i).tensor("gradient").tensor());
                stepper.step(i + 1, optimizer.learningRate());
                steps.get(i).tensor("parameter").check(parameter.value(), i < LONG ? 1e-5 : 1e-4);
                ops.reset();
            }
        }
    }
}
