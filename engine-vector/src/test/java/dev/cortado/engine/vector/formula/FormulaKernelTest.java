package dev.cortado.engine.vector.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Plain;
import dev.cortado.engine.vector.species.Species;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FormulaKernelTest {
    private static final int LANES = Species.FLOATS.length();
    /// So many runs have a few tastes among them, which come after 300 calls with nothing to do, 40 with each run.
    private static final int RIPENING_RUNS = 30;
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression.Input ROW = Expression.row("row");
    private static final Expression.Input COLUMN = Expression.column("column");
    private static final Expression.Scalar RATE = Expression.scalar("rate");

    static IntStream sizes() {
        return IntStream.of(0, 1, LANES - 1, LANES, LANES + 1, 127, 1000, 1025, 5000);
    }

    static List<Shape> shapes() {
        return List.of(Shape.of(0, 3), Shape.of(3, 0), Shape.of(1, 1), Shape.of(1, 5), Shape.of(7, 1), Shape.of(5, LANES), Shape.of(50, 10), Shape.of(50, 100),
                Shape.of(3, 127), Shape.of(2, 1000), Shape.of(3, 1025), Shape.of(4, 3000), Shape.of(2000, 3));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everySizeIsComputedToItsLastElement(int size) {
        Formula formula = Formula.of(List.of(X, Y), List.of(RATE), List.of(X.minus(Y.times(RATE)), X.max(0).times(Y)));
        assertSameAsPlain(formula, Shape.of(size), 0.25f);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRowIsUsedForEveryRow(Shape shape) {
        assertSameAsPlain(Formula.of(List.of(X, ROW), List.of(), List.of(X.plus(ROW).max(0))), shape);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aColumnIsUsedForEveryColumn(Shape shape) {
        assertSameAsPlain(Formula.of(List.of(COLUMN, X), List.of(), List.of(X.times(COLUMN))), shape);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void rowAndColumnMeetInOneFormula(Shape shape) {
        assertSameAsPlain(Formula.of(List.of(COLUMN, X, ROW), List.of(), List.of(X.minus(COLUMN), X.times(ROW).plus(COLUMN))), shape);
    }

    @Test
    void aConditionIsANumberToo() {
        Expression smaller = X.lessThan(Y);
        assertSameAsPlain(Formula.of(List.of(X, Y), List.of(), List.of(smaller, smaller.plus(Y), Expression.select(smaller, X, Y),
                Expression.select(X, Y, smaller), Expression.select(Y, Expression.constant(-0.0), X.sign()))), Shape.of(1000));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whetherVectorsAreUsedYetChangesNoBit(Shape shape) {
        Formula formula = Formula.of(List.of(X, ROW, COLUMN), List.of(), List.of(X.plus(ROW).sigmoid().times(COLUMN)));
        float[][] inputs = {AwkwardValues.numbers(shape.elements(), 1), AwkwardValues.numbers(shape.columns(), 2), AwkwardValues.numbers(shape.rows(), 3)};
        List<Tensor> expected = run(scalar(formula), formula, shape, inputs);
        Kernel kernel = ripening(formula);
        for (int time = 0; time < RIPENING_RUNS; time++) {
            assertThat(run(kernel, formula, shape, inputs)).isEqualTo(expected);
        }
    }

    @Test
    void outputsMayBeTheInputsThemselves() {
        Formula swap = Formula.of(List.of(X, Y), List.of(), List.of(Y, X.plus(1)));
        for (Kernel kernel : List.of(new Plain().open().compile(swap), vectorised(swap), scalar(swap), ripening(swap))) {
            for (int time = 0; time < RIPENING_RUNS; time++) {
                Tensor x = Tensor.wrap(Shape.of(1027), AwkwardValues.numbers(1027, 1));
                Tensor y = Tensor.wrap(Shape.of(1027), AwkwardValues.numbers(1027, 2));
                Tensor x0 = x.copy();
                Tensor y0 = y.copy();
                kernel.run(new Tensor[] {x, y}, new float[0], new Tensor[] {x, y});
                assertThat(x).isEqualTo(y0);
                for (int i = 0; i < 1027; i++) {
                    assertThat(Float.floatToIntBits(y.data()[i])).isEqualTo(Float.floatToIntBits(x0.data()[i] + 1));
                }
            }
        }
    }

    @Test
    void shortAndLongWorkGiveTheSameBits() {
        Expression all = X.exp().plus(X.tanh()).times(Y.sigmoid()).minus(Y.softplus().tanh()).plus(X.erf().times(Y.softplus()));
        Formula formula = Formula.of(List.of(X, Y), List.of(), List.of(all, all.derivative(X)));
        float[] x = AwkwardValues.numbers(5003, 1);
        float[] y = AwkwardValues.numbers(5003, 2);
        assertThat(run(vectorised(formula), formula, Shape.of(5003), x, y)).isEqualTo(run(scalar(formula), formula, Shape.of(5003), x, y));
    }

    @Test
    void aFormulaTooLongForOneLoopIsCutAndStaysTheSame() {
        Formula formula = hundredsOfOperations();
        float[][] inputs = {AwkwardValues.numbers(1300, 1), AwkwardValues.numbers(1300, 2)};
        List<Tensor> expected = run(scalar(formula), formula, Shape.of(1300), new float[] {0.5f}, inputs);
        assertThat(run(vectorised(formula), formula, Shape.of(1300), new float[] {0.5f}, inputs)).isEqualTo(expected);
        Kernel ripening = ripening(formula);
        for (int time = 0; time < RIPENING_RUNS; time++) {
            assertThat(run(ripening, formula, Shape.of(1300), new float[] {0.5f}, inputs)).isEqualTo(expected);
        }
        Tensor[] both = {Tensor.wrap(Shape.of(1300), inputs[0]), Tensor.wrap(Shape.of(1300), inputs[1]), Tensor.zeros(Shape.of(1300))};
        vectorised(formula).run(new Tensor[] {both[0], both[1]}, new float[] {0.5f}, both);
        assertThat(both).containsExactlyElementsOf(expected);
    }

    @Test
    void noSegmentOfALongFormulaIsTooLongItself() {
        List<Segments.Segment> segments = Segments.cut(Lowering.lower(hundredsOfOperations()), FunctionBodies.read());
        assertThat(segments).hasSizeGreaterThan(3).allSatisfy(segment ->
                assertThat(LoopWriter.fits(LoopWriter.write(segment.program(), FunctionBodies.read()))).isTrue());
    }

    @Test
    void aLongFormulaOfArithmeticIsEqualToPlains() {
        Expression value = X;
        for (int i = 0; i < 200; i++) {
            value = value.times(ROW).plus(COLUMN).min(Y.plus(i)).max(value.negate());
        }
        Formula formula = Formula.of(List.of(X, Y, ROW, COLUMN), List.of(), List.of(value, value.lessThan(Y)));
        assertSameAsPlain(formula, Shape.of(7, 301));
    }

    /// Hundreds of operations, with a condition that is used far from where it is computed.
    private static Formula hundredsOfOperations() {
        Expression value = X;
        for (int i = 0; i < 60; i++) {
            value = value.times(Y).plus(RATE).tanh().minus(X.times(0.25 + i).sigmoid());
        }
        Expression condition = X.lessThan(Y);
        return Formula.of(List.of(X, Y), List.of(RATE), List.of(Expression.select(condition, value, X), Y, condition.plus(value)));
    }

    @Test
    void tanhOfSoftplusIsRewrittenAndStaysRight() {
        Expression slope = X.times(X.softplus().tanh()).derivative(X);
        Formula formula = Formula.of(slope);
        assertThat(Lowering.lower(formula).steps())
                .noneMatch(step -> step instanceof Step.Apply apply && apply.operation() == Operation.TANH);
        float[] x = new float[2000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 1000) / 25f;
        }
        float[] slopes = run(vectorised(formula), formula, Shape.of(2000), x).getFirst().data();
        for (int i = 0; i < x.length; i++) {
            assertThat((double) slopes[i]).as("at %s", x[i]).isCloseTo(slope.evaluate(Map.of("x", (double) x[i])), within(2e-6));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Formula plain = Formula.of(List.of(X, Y), List.of(RATE), List.of(X.minus(Y.tanh().times(RATE)), X.exp()));
        Formula broadcast = Formula.of(List.of(X, COLUMN, ROW), List.of(RATE), List.of(X.times(ROW).plus(COLUMN.sigmoid()).times(RATE)));
        for (Formula formula : List.of(plain, broadcast)) {
            List<Tensor> alone = runShared(formula, 1);
            assertThat(runShared(formula, 2)).isEqualTo(alone);
            assertThat(runShared(formula, 3)).isEqualTo(alone);
        }
    }

    @Test
    void threadsMayTasteALoopAtTheSameTime() {
        Formula formula = Formula.of(List.of(X, Y, ROW), List.of(), List.of(X.minus(Y.tanh()).max(ROW), X.exp().minus(3)));
        float[][] inputs = {AwkwardValues.numbers(40_000, 1), AwkwardValues.numbers(40_000, 2), AwkwardValues.numbers(100, 3)};
        List<Tensor> expected = run(scalar(formula), formula, Shape.of(400, 100), inputs);
        try (Team team = new Team(3)) {
            Kernel kernel = FormulaKernel.of(formula, 1, team).orElseThrow();
            for (int time = 0; time < RIPENING_RUNS; time++) {
                assertThat(run(kernel, formula, Shape.of(400, 100), inputs)).isEqualTo(expected);
            }
        }
    }

    private static List<Tensor> runShared(Formula formula, int threads) {
        Shape shape = Shape.of(301, 127);
        float[][] inputs = formula.inputs().stream().map(input -> AwkwardValues.numbers(switch (input.extent()) {
            case FULL -> shape.elements();
            case ROW -> shape.columns();
            case COLUMN -> shape.rows();
        }, 1)).toArray(float[][]::new);
        try (Team team = new Team(threads)) {
            return run(FormulaKernel.of(formula, 0, team).orElseThrow(), formula, shape, new float[] {0.5f}, inputs);
        }
    }

    @Test
    void manyThreadsMayCompileAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = IntStream.range(0, 64).<Callable<Boolean>>mapToObj(i -> () -> {
                Expression part = X.times(2 + i % 16).sigmoid();
                Formula formula = Formula.of(part.times(part));
                float[] x = AwkwardValues.numbers(100, i);
                return run(vectorised(formula), formula, Shape.of(100), x).equals(run(scalar(formula), formula, Shape.of(100), x));
            }).toList();
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private static void assertSameAsPlain(Formula formula, Shape shape, float... scalars) {
        float[][] inputs = new float[formula.inputs().size()][];
        for (int i = 0; i < inputs.length; i++) {
            int length = switch (formula.inputs().get(i).extent()) {
                case FULL -> shape.elements();
                case ROW -> shape.columns();
                case COLUMN -> shape.rows();
            };
            inputs[i] = AwkwardValues.numbers(length, i + 1);
        }
        List<Tensor> expected = run(new Plain().open().compile(formula), formula, shape, scalars, inputs);
        assertThat(run(vectorised(formula), formula, shape, scalars, inputs)).isEqualTo(expected);
        assertThat(run(scalar(formula), formula, shape, scalars, inputs)).isEqualTo(expected);
    }

    private static List<Tensor> run(Kernel kernel, Formula formula, Shape shape, float[]... inputs) {
        return run(kernel, formula, shape, new float[0], inputs);
    }

    private static List<Tensor> run(Kernel kernel, Formula formula, Shape shape, float[] scalars, float[][] inputs) {
        Tensor[] operands = new Tensor[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            operands[i] = Tensor.wrap(Shape.of(inputs[i].length), inputs[i]);
        }
        Tensor[] outputs = new Tensor[formula.outputs().size()];
        for (int o = 0; o < outputs.length; o++) {
            outputs[o] = Tensor.zeros(shape);
        }
        kernel.run(operands, scalars, outputs);
        return List.of(outputs);
    }

    /// A kernel that runs on vectors from its first element.
    private static Kernel vectorised(Formula formula) {
        return FormulaKernel.of(formula, 0, new Team(1)).orElseThrow();
    }

    /// A kernel that begins to with its second run, and at first tastes its loop now and then.
    private static Kernel ripening(Formula formula) {
        return FormulaKernel.of(formula, 1, new Team(1)).orElseThrow();
    }

    /// A kernel that has not yet begun to.
    private static Kernel scalar(Formula formula) {
        FormulaKernel kernel = FormulaKernel.of(formula, Long.MAX_VALUE, new Team(1)).orElseThrow();
        return (inputs, scalars, outputs) -> {
            kernel.begin(inputs, scalars, outputs, null);
            kernel.runRows(0, 0, outputs[0].rows());
        };
    }
}
