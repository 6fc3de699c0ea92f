package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Weight;
import dev.cortado.network.Architecture;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What follows from a race's settings before the first step.
///
/// @param parameters how many numbers the network learns
/// @param flopsPerSample how many multiplications and additions its products take to learn from one sample: one product
///     forward, one back to the weights, and one back to the input except at the bottom
/// @param samples how many samples there are to learn from
/// @param stepsPerEpoch how many mini-batches they make
/// @param layers each layer and the shape that comes out of it
public record Facts(long parameters, long flopsPerSample, int samples, int stepsPerEpoch, List<String> layers) {
    static Facts of(Architecture architecture, List<String> texts, Dataset data, int batchSize) {
        List<Shape> shapes = architecture.shapes();
        List<String> layers = new ArrayList<>();
        long parameters = 0;
        long flops = 0;
        for (int i = 0; i < architecture.layers().size(); i++) {
            Layer layer = architecture.layers().get(i);
            long products = 2 * multiplications(layer, shapes.get(i), shapes.get(i + 1));
            flops += products * (flops == 0 ? 2 : 3);
            parameters += trainable(layer, shapes.get(i));
            layers.add(texts.get(i) + " → " + text(shapes.get(i + 1)));
        }
        int steps = (data.size() + batchSize - 1) / batchSize;
        return new Facts(parameters, flops, data.size(), steps, List.copyOf(layers));
    }

    private static long trainable(Layer layer, Shape input) {
        return layer.weights(input).stream().filter(weight -> weight.role() != Role.BUFFER)
                .mapToLong(weight -> weight.shape().elements()).sum();
    }

    /// How many numbers a network would have, those that it does not learn included: asked before any memory is taken for them.
    static long parameters(Architecture architecture) {
        return architecture.weights().stream().mapToLong(weight -> weight.shape().elements()).sum();
    }

    /// Each weight is used once for each place of the output: once in a dense layer, at every pixel in a convolution.
    private static long multiplications(Layer layer, Shape input, Shape output) {
        long sum = 0;
        for (Weight weight : layer.weights(input)) {
            if (weight.role() == Role.WEIGHT) {
                long places = weight.shape().rank() <= 2 || output.rank() == 0 ? 1 : output.elements() / output.length(0);
                sum += weight.shape().elements() * places;
            }
        }
        return sum;
    }

    private static String text(Shape shape) {
        return Arrays.stream(shape.toArray()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
