package dev.cortado.engine.vector.formula;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A formula at work: takes the operands and runs the formula's code over ranges of their elements, on one thread or on several.
public final class FormulaKernel implements Kernel {
    private final Code code;
    private final long patience;
    private final Team team;
    private final Operands operands;
    private final ChunkRunner[] runners;
    private final Share share = member -> runners()[member].run(bound(member), bound(member + 1));

    private FormulaKernel(Formula formula, long patience, Team team) {
        code = CodeCache.of(Lowering.lower(formula));
        this.patience = patience;
        this.team = team;
        operands = new Operands(formula);
        runners = new ChunkRunner[team.size()];
        for (int i = 0; i < runners.length; i++) {
            runners[i] = new ChunkRunner(operands, code.program());
        }
    }

    /// The kernel of a formula; empty if the formula calls functions written in Java.
    ///
    /// @param patience how much work is done without vectors, in tenths of a nanosecond, before it is worth writing the first vector code
    /// @param team who shares long work
    public static Optional<FormulaKernel> of(Formula formula, long patience, Team team) {
        return Lowering.applies(formula) ? Optional.of(new FormulaKernel(formula, patience, team)) : Optional.empty();
    }

    private ChunkRunner[] runners() {
        return runners;
    }

    @Override
    public void run(Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        begin(inputs, scalars, outputs);
        team.run(share, team.sharesElements(operands.elements()));
    }

    private int bound(int member) {
        return team.elementBound(member, operands.rows(), operands.columns(), operands.unit());
    }

    /// Takes the operands for [#runRows].
    public void begin(Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        begin(inputs, scalars, outputs, code.loopFor(outputs[0].elements(), patience));
    }

    /// The same with a loop of the caller's choice, null for the scalar one.
    void begin(Tensor[] inputs, float[] scalars, Tensor[] outputs, @Nullable Loop loop) {
        operands.take(inputs, scalars, outputs);
        for (ChunkRunner runner : runners) {
            runner.loop(loop);
        }
    }

    /// Computes rows `first` to `end` (exclusive), as long as nobody has called [#begin] again. Members may do so at the same time, for different rows.
    public void runRows(int member, int first, int end) {
        runners[member].run(first * operands.columns(), end * operands.columns());
    }
}
