package dev.cortado.testkit;

import dev.cortado.activation.Identity;
import dev.cortado.activation.Relu;
import dev.cortado.activation.Tanh;
import dev.cortado.initializer.GlorotUniform;
import dev.cortado.layer.AvgPool2d;
import dev.cortado.layer.Conv2d;
import dev.cortado.layer.Layer;
import dev.cortado.layer.MaxPool2d;
import dev.cortado.layer.Padding;
import dev.cortado.layer.Size;
import dev.cortado.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A layer of images with sizes at which fast loops go wrong: images narrower than a vector and a little wider, channels and
/// filters that fill no tile, windows over the edge, more images than lanes and a few over.
record ImageCase(Layer layer, Shape sample, int rows) {
    static Stream<ImageCase> pools(Layer layer) {
        return Stream.of(new ImageCase(layer, Shape.of(3, 9, 11), 2), new ImageCase(layer, Shape.of(1, 4, 16), 1),
                new ImageCase(layer, Shape.of(8, 24, 24), 2), new ImageCase(layer, Shape.of(2, 5, 36), 3),
                new ImageCase(layer, Shape.of(2, 3, 67), 1));
    }

    static List<ImageCase> all() {
        Stream<ImageCase> pools = Stream.of(new MaxPool2d(2), new MaxPool2d(3), new AvgPool2d(2),
                new MaxPool2d(Size.of(3), Size.of(2), Padding.of(1), Size.of(1)),
                new AvgPool2d(Size.of(3), Size.of(2), Padding.SAME, false)).flatMap(ImageCase::pools);
        return Stream.concat(Stream.concat(convolutions(), widths()), pools).toList();
    }

    /// Outputs of every width around those of one and two vectors.
    private static Stream<ImageCase> widths() {
        return IntStream.rangeClosed(1, 35).mapToObj(width ->
                new ImageCase(new Conv2d(3, 3, Padding.of(1), new Tanh()), Shape.of(2, 4, width), 2));
    }

    private static Stream<ImageCase> convolutions() {
        Size one = Size.of(1);
        return Stream.of(
                new ImageCase(new Conv2d(8, 5, Padding.VALID, new Relu()), Shape.of(1, 28, 28), 3),
                new ImageCase(new Conv2d(16, 5, Padding.VALID, new Relu()), Shape.of(8, 12, 12), 11),
                new ImageCase(new Conv2d(16, 5, Padding.VALID, new Relu()), Shape.of(8, 12, 12), 19),
                new ImageCase(new Conv2d(10, 3, Padding.SAME, new Tanh()), Shape.of(9, 7, 7), 37),
                new ImageCase(new Conv2d(5, 3, Padding.SAME, new Tanh()), Shape.of(5, 7, 16), 1),
                new ImageCase(new Conv2d(13, 1, Padding.VALID, new Identity()), Shape.of(7, 6, 13), 2),
                new ImageCase(new Conv2d(2, new Size(2, 3), one, new Padding(false, 3, 4), new Size(3, 2), new Relu(), false,
                        new GlorotUniform()), Shape.of(3, 9, 14), 2),
                new ImageCase(new Conv2d(4, new Size(3, 2), Size.of(2), Padding.SAME, one, new Tanh(), true, new GlorotUniform()),
                        Shape.of(3, 9, 20), 2),
                new ImageCase(new Conv2d(4, new Size(7, 7), one, Padding.VALID, one, new Tanh(), true, new GlorotUniform()),
                        Shape.of(2, 7, 15), 2));
    }
}
