package dev.cortado.engine.vector.formula;

import dev.cortado.engine.Kernel;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A formula at work: takes the operands and runs the formula's code over ranges of their elements.
public final class FormulaKernel implements Kernel {
    private final long patience;
    private final Code code;
    private final Operands operands;
    private final ChunkRunner runner;

    private FormulaKernel(Formula formula, long patience) {
        this.patience = patience;
        code = CodeCache.of(Lowering.lower(formula));
        operands = new Operands(formula);
        runner = new ChunkRunner(operands, code.program());
    }

    /// The kernel of a formula; empty if the formula calls functions written in Java.
    ///
    /// @param patience how many elements are computed without vectors before it is worth writing vector code
    public static Optional<FormulaKernel> of(Formula formula, long patience) {
        return Lowering.applies(formula) ? Optional.of(new FormulaKernel(formula, patience)) : Optional.empty();
    }

    @Override
    public void run(Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        begin(inputs, scalars, outputs);
        runRows(0, outputs[0].rows());
    }

    /// Takes the operands for [#runRows].
    public void begin(Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        begin(inputs, scalars, outputs, code.loopFor(outputs[0].elements(), patience));
    }

    /// The same with a loop of the caller's choice, null for the scalar one.
    void begin(Tensor[] inputs, float[] scalars, Tensor[] outputs, @Nullable Loop loop) {
        operands.take(inputs, scalars, outputs);
        runner.loop(loop);
    }

    /// Computes rows `first` to `end` (exclusive), as long as nobody has called [#begin] again.
    public void runRows(int first, int end) {
        runner.run(first * operands.columns(), end * operands.columns());
    }
}
