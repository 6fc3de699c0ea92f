package dev.cortado.testkit.fault;

import dev.cortado.engine.Kernel;
import dev.cortado.expression.Extent;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/// What a careless compiler of formulas makes of them.
final class FaultyFormulas {
    private FaultyFormulas() {
    }

    /// Computes one output after the other, reading again what an earlier one has overwritten.
    static Kernel writingEarly(Formula formula, Kernel kernel) {
        return (inputs, scalars, outputs) -> {
            for (int o = 0; o < outputs.length; o++) {
                Tensor[] all = new Tensor[formula.outputs().size()];
                for (int i = 0; i < all.length; i++) {
                    all[i] = Tensor.zeros(outputs[o].shape());
                }
                kernel.run(inputs, scalars, all);
                outputs[o].set(all[o]);
            }
        };
    }

    /// Keeps a row for ever, as if it never changed.
    static Kernel keepingTheFirstRow(Formula formula, Kernel kernel) {
        Map<Integer, Tensor> rows = new HashMap<>();
        return (inputs, scalars, outputs) -> {
            Tensor[] used = inputs.clone();
            for (int i = 0; i < used.length; i++) {
                if (formula.inputs().get(i).extent() == Extent.ROW) {
                    Tensor now = used[i];
                    Tensor kept = rows.computeIfAbsent(i, _ -> now.copy());
                    used[i] = kept.shape().equals(now.shape()) ? kept : now;
                }
            }
            kernel.run(used, scalars, outputs);
        };
    }

    /// A ten thousandth too large.
    static Kernel enlarged(Kernel kernel) {
        return (inputs, scalars, outputs) -> {
            kernel.run(inputs, scalars, outputs);
            for (Tensor output : outputs) {
                for (int i = 0; i < output.elements(); i++) {
                    output.data()[i] *= 1.0001f;
                }
            }
        };
    }
}
