package dev.cortado.engine;

import dev.cortado.activation.Activation;
import dev.cortado.activation.RowActivation;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// An engine at work: the operations that layers, losses and optimizers compute with.
///
/// Every operation checks its shapes and names both in what it refuses. Results are tensors of the step's memory: they hold
/// until [#reset], and then their arrays are used again, so that a step allocates nothing once its shapes have been seen.
/// Whoever needs a result longer takes a [Tensor#copy]. Not for several threads at once; to be closed.
public final class Ops implements AutoCloseable {
    private final Engine engine;
    private final Kernels kernels;
    private final Arena arena;
    private final ImageOps images;
    private final Made made = new Made();

    private Ops(Engine engine, boolean poisoned) {
        this.engine = engine;
        this.kernels = requireKernels(engine, engine.open());
        this.arena = new Arena(poisoned);
        this.images = new ImageOps(this, kernels);
    }

    private static Kernels requireKernels(Engine engine, @Nullable Kernels kernels) {
        if (kernels == null) {
            throw new IllegalStateException("The engine '%s' cannot run here: its open() gives null, where kernels are wanted".formatted(engine.name()));
        }
        return kernels;
    }

    /// Opens the engine.
    ///
    /// @throws IllegalStateException if the engine cannot run here, with what would help
    public static Ops open(Engine engine) {
        return new Ops(available(engine), false);
    }

    /// Opens the engine with a step memory that is filled with NaN at every reset: for tests that catch whoever keeps a
    /// tensor beyond its step.
    public static Ops openPoisoned(Engine engine) {
        return new Ops(available(engine), true);
    }

    private static Engine available(Engine engine) {
        Optional<String> reason = engine.unavailable();
        if (reason.isPresent()) {
            throw new IllegalStateException("The engine '%s' cannot run here: %s".formatted(engine.name(), reason.get()));
        }
        return engine;
    }

    /// Who computes.
    public Engine engine() {
        return engine;
    }

    /// A tensor of the step's memory, with any contents.
    public Tensor tensor(Shape shape) {
        return arena.take(shape);
    }

    /// A tensor of the step's memory for a batch of so many samples of a shape, with any contents.
    public Tensor tensor(int rows, Shape sample) {
        return arena.take(rows, sample);
    }

    /// The tensor as a matrix of its rows and columns, over the same elements.
    public Tensor matrix(Tensor tensor) {
        return arena.matrix(tensor);
    }

    /// A tensor of the step's memory, full of zeros.
    public Tensor zeros(Shape shape) {
        Tensor tensor = arena.take(shape);
        tensor.fill(0);
        return tensor;
    }

    /// Takes back all tensors of the step.
    public void reset() {
        arena.reset();
    }

    /// a · b: `[m, k]` by `[k, n]` is `[m, n]`.
    public Tensor multiply(Tensor a, Tensor b) {
        Shapes.multiply(a, b);
        Tensor result = arena.take(a.rows(), b.columns());
        kernels.multiply(a, b, result);
        return result;
    }

    /// a · bᵀ: `[m, k]` by `[n, k]` is `[m, n]`.
    public Tensor multiplyTransposed(Tensor a, Tensor b) {
        Shapes.multiplyTransposed(a, b);
        Tensor result = arena.take(a.rows(), b.rows());
        kernels.multiplyTransposed(a, b, result);
        return result;
    }

    /// sum += aᵀ · b: `[k, m]` and `[k, n]` are added up into `[m, n]`.
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        Shapes.transposedMultiply(a, b, sum);
        kernels.addTransposedMultiply(a, b, sum);
    }

    /// The way back through x · W + b: adds xᵀ · sumGradient to the gradient of W, and the sum of sumGradient's rows to that of b. W's gradient is written at once if it is clear, and
    /// known to be finite from then on if it is.
    ///
    /// @param sumGradient the gradient of x · W + b: `[k, n]` for an x of `[k, m]`
    /// @param bias null if its gradient is not wanted
    public void addAffineGradients(Tensor x, Tensor sumGradient, Parameter weight, @Nullable Parameter bias) {
        Shapes.transposedMultiply(x, sumGradient, weight.value());
        if (bias != null) {
            Shapes.row(bias.value(), sumGradient);
        }
        Tensor biasGradient = bias == null ? null : bias.gradient();
        boolean finite = weight.gradientIsClear()
                ? kernels.affineGradients(x, sumGradient, weight.overwriteGradient(), biasGradient)
                : kernels.addAffineGradients(x, sumGradient, weight.gradient(), biasGradient);
        if (finite) {
            weight.foundGradientFinite();
        }
    }

    /// x · weight + bias with an element-wise activation, in one pass where the engine can.
    ///
    /// @param bias one number for each column of the weight
    public Tensor affine(Tensor x, Tensor weight, Tensor bias, Activation activation) {
        Tensor result = affineResult(x, weight, bias);
        kernels.multiply(x, weight, activation(activation).forwardOnProduct, bias, result);
        return result;
    }

    /// As [#affine(Tensor, Tensor, Tensor, Activation)] for a prediction, where the weight stays as it is for many samples: of a single one, zeros may be left out.
    public Tensor affine(Tensor x, Parameter weight, Tensor bias, Activation activation) {
        Tensor result = affineResult(x, weight.value(), bias);
        Kernel formula = activation(activation).forwardOnProduct;
        if (x.rows() <= 1 && weight.isFinite()) {
            kernels.multiplyByFinite(x, weight.value(), formula, bias, result);
        } else {
            kernels.multiplyByConstant(x, weight.value(), formula, bias, result);
        }
        return result;
    }

    private Tensor affineResult(Tensor x, Tensor weight, Tensor bias) {
        Shapes.multiply(x, weight);
        Shapes.row(bias, weight);
        return arena.take(x.rows(), weight.columns());
    }

    /// The activation of every element, or of every row.
    public Tensor activate(Activation activation, Tensor x) {
        if (activation instanceof RowActivation rows) {
            Tensor result = tensor(x.shape());
            kernels.applyToRows(rows.function(), x, result);
            return result;
        }
        ActivationKernels compiled = activation(activation);
        if (compiled.identity) {
            return x;
        }
        Tensor result = tensor(x.shape());
        compiled.forward(x, result);
        return result;
    }

    /// The way back through [#activate]: from the gradient of the output to that of the input.
    ///
    /// @param input what was activated; may be null where [#backwardReadsInput] says no
    /// @param output what came out
    public Tensor activateBackward(Activation activation, @Nullable Tensor input, Tensor output, Tensor outputGradient) {
        Shapes.same(output, outputGradient);
        if (activation instanceof RowActivation rows) {
            Tensor result = tensor(output.shape());
            kernels.applyToRowsBackward(rows.function(), output, outputGradient, result);
            return result;
        }
        ActivationKernels compiled = activation(activation);
        if (compiled.identity) {
            return outputGradient;
        }
        Tensor result = tensor(output.shape());
        compiled.backward(input, output, outputGradient, result);
        return result;
    }

    /// Whether the way back through an activation needs its input, or can do with its output.
    public boolean backwardReadsInput(Activation activation) {
        return !(activation instanceof RowActivation) && activation(activation).backwardReadsInput;
    }

    private ActivationKernels activation(Activation activation) {
        return once(ActivationKernels.class, activation, (key, ops) -> new ActivationKernels(key, ops.kernels));
    }

    /// Whether all elements are finite: neither infinite nor NaN.
    public boolean isFinite(Tensor tensor) {
        return kernels.isFinite(tensor);
    }

    /// Whether all elements of a parameter's gradient are finite. Who has computed them may have said so.
    public boolean hasFiniteGradient(Parameter parameter) {
        return parameter.gradientIsKnownFinite() || isFinite(parameter.gradient());
    }

    /// Has all of `count` things worked on: several parts at the same time, where the engine has threads and that pays.
    ///
    /// @param count how many there are, from 0 on
    /// @param elements how many numbers are written, of all
    public void share(int count, int elements, Part work) {
        kernels.share(count, elements, work);
    }

    /// Work that is wanted later: an engine with several threads does parts of it when one of them has nothing else to do, and what is left when it is [finished][Ahead#finish].
    /// Nobody else may write what it reads, or read what it writes, before it is finished or cancelled.
    ///
    /// @param count how many things there are to work on, from 0 on
    /// @param elements how many numbers are written, of all
    public Ahead ahead(int count, int elements, Part work) {
        return kernels.ahead(count, elements, work);
    }

    /// row += the sum of all rows of a.
    public void addSumOfRows(Tensor a, Tensor row) {
        Shapes.row(row, a);
        kernels.addSumOfRows(a, row);
    }

    /// The operations on images.
    public ImageOps images() {
        return images;
    }

    /// The sum of all elements.
    public double sum(Tensor a) {
        return kernels.sum(a);
    }

    /// Softmax with cross-entropy of every row, scaled row by row, with the gradient at once.
    ///
    /// @param scale one number for each row, multiplied into its loss and gradient
    /// @param smoothing how much of the target is spread evenly over all columns, 0 to 1
    /// @param gradient receives the gradient with respect to the logits
    /// @return the sum of the rows' losses
    public double crossEntropy(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor gradient) {
        Shapes.same(logits, target);
        Shapes.same(logits, gradient);
        Shapes.column(scale, logits);
        Tensor losses = tensor(scale.shape());
        kernels.crossEntropy(logits, target, scale, smoothing, losses, gradient);
        return kernels.sum(losses);
    }

    /// The kernel of a formula. Compiling takes time: make it [#once].
    public Kernel compile(Formula formula) {
        Kernel kernel = kernels.compile(formula);
        return (inputs, scalars, outputs) -> {
            FormulaShapes.check(formula, inputs, scalars, outputs);
            kernel.run(inputs, scalars, outputs);
        };
    }

    /// What was made for this key, by the first who asked: a place for whatever a plug-in compiles, so that it is done once
    /// while the engine is open.
    ///
    /// @param type what is made; one key may have things of several types
    /// @param make called at the first time, with the key and these operations
    public <K, V> V once(Class<V> type, K key, BiFunction<? super K, ? super Ops, ? extends V> make) {
        V value = made.get(type, key);
        if (value == null) {
            value = make.apply(key, this);
            made.put(type, key, value);
        }
        return value;
    }

    /// Ends what the engine has opened.
    @Override
    public void close() {
        kernels.close();
    }
}
