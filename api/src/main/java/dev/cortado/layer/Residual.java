package dev.cortado.layer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Layers with a way around them: y = x + f(x), so that they learn what to change (He, Zhang, Ren and Sun, *Deep residual
/// learning for image recognition*, 2016).
///
/// Their parameters are called `layers.0.weight` and so on, within this layer's own.
///
/// @param layers f, whose output must have the shape of its input
public record Residual(@Setting(required = true) List<Layer> layers) implements Layer {
    /// The prototype; the layers have to be given.
    public Residual() {
        this(List.of());
    }

    /// Around these.
    public Residual(Layer... layers) {
        this(List.of(layers));
    }

    /// Makes the list immutable.
    public Residual {
        layers = List.copyOf(layers);
    }

    @Override
    public Shape outputShape(Shape input) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            shape = outputShape(i, shape);
        }
        if (!shape.equals(input)) {
            throw new IllegalArgumentException("residual adds what its layers make to what they take: %s cannot be added to %s"
                    .formatted(shape, input));
        }
        return input;
    }

    private Shape outputShape(int i, Shape input) {
        try {
            return layers.get(i).outputShape(input);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its layer %d (%s): %s".formatted(i, layers.get(i).name(), e.getMessage()), e);
        }
    }

    @Override
    public List<Weight> weights(Shape input) {
        List<Weight> weights = new ArrayList<>();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            for (Weight weight : layers.get(i).weights(shape)) {
                weights.add(new Weight("layers." + i + "." + weight.name(), weight.shape(), weight.role(),
                        weight.initializer(), weight.fanIn(), weight.fanOut()));
            }
            shape = layers.get(i).outputShape(shape);
        }
        return weights;
    }

    @Override
    public long flops(Shape input) {
        long flops = input.elements();
        Shape shape = input;
        for (Layer layer : layers) {
            flops += layer.flops(shape);
            shape = layer.outputShape(shape);
        }
        return flops;
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Parameters inner = parameters.scope("layers");
        Step inside = step.in("layers");
        List<Pass.Back> ways = new ArrayList<>();
        List<Parameters> scopes = new ArrayList<>();
        Tensor tensor = input;
        for (int i = 0; i < layers.size(); i++) {
            String name = Integer.toString(i);
            scopes.add(inner.scope(name));
            Pass pass = layers.get(i).forward(tensor, scopes.get(i), inside.in(name));
            ways.add(pass.back());
            tensor = pass.output();
        }
        return new Pass(sum(input, tensor, step), new Back(ways, scopes, step));
    }

    private static Tensor sum(Tensor a, Tensor b, Step step) {
        Tensor sum = step.ops().tensor(a.shape());
        for (int i = 0; i < sum.elements(); i++) {
            sum.data()[i] = a.data()[i] + b.data()[i];
        }
        return sum;
    }

    /// Back through the layers in reverse, each of them once: the parameters' gradients need those of the outputs above
    /// them, and the input's gradient goes on from there.
    private static final class Back implements Pass.Back {
        private final List<Pass.Back> ways;
        private final List<Parameters> scopes;
        private final Step step;
        private int above;
        private @Nullable Tensor reached;

        Back(List<Pass.Back> ways, List<Parameters> scopes, Step step) {
            this.ways = ways;
            this.scopes = scopes;
            this.step = step;
            above = ways.size();
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            int lowest = lowestTrainable();
            Tensor gradient = outputGradient;
            while (true) {
                above--;
                if (scopes.get(above).trainable()) {
                    ways.get(above).addParameterGradients(gradient);
                }
                if (above == lowest) {
                    above++;
                    reached = gradient;
                    return;
                }
                gradient = ways.get(above).inputGradient(gradient);
            }
        }

        private int lowestTrainable() {
            int layer = 0;
            while (!scopes.get(layer).trainable()) {
                layer++;
            }
            return layer;
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            Tensor gradient = reached == null ? outputGradient : reached;
            while (above > 0) {
                above--;
                gradient = ways.get(above).inputGradient(gradient);
            }
            return sum(outputGradient, gradient, step);
        }
    }
}
