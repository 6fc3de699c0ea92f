package dev.cortado.datasets;

import dev.cortado.data.Dataset;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Images and their labels from a pair of IDX files, kept as bytes: scaled to 0 … 1 when a batch is drawn, targets one-hot.
///
/// Images of `[n, rows, columns]` are inputs of shape `[1, rows, columns]`, one channel; with more axes or fewer they stay
/// as they are. A byte x becomes x / 255.
public final class IdxDataset implements Dataset {
    private final byte[] pixels;
    private final byte[] labels;
    private final Shape inputShape;
    private final List<String> classes;

    private IdxDataset(byte[] flippedPixels, byte[] labels, Shape inputShape, List<String> classes) {
        this.pixels = flippedPixels;
        this.labels = labels;
        this.inputShape = inputShape;
        this.classes = classes;
    }

    /// Reads a pair of files, plain or packed with gzip, whose classes are called `0` to the highest label.
    ///
    /// @throws IOException if a file cannot be read, or does not hold what its header promises
    /// @throws IllegalArgumentException if the files do not fit each other
    public static IdxDataset read(Path images, Path labels) throws IOException {
        Idx imageFile = Idx.read(images);
        Idx labelFile = Idx.read(labels);
        return owning(imageFile, labelFile, numbered(labelFile));
    }

    /// Reads a pair of files, plain or packed with gzip.
    ///
    /// @param classes what the labels 0, 1, … are called
    /// @throws IOException if a file cannot be read, or does not hold what its header promises
    /// @throws IllegalArgumentException if the files do not fit each other or the classes
    public static IdxDataset read(Path images, Path labels, List<String> classes) throws IOException {
        return owning(Idx.read(images), Idx.read(labels), classes);
    }

    /// The data set of two files that were read.
    ///
    /// @param classes what the labels 0, 1, … are called
    /// @throws IllegalArgumentException if the files do not fit each other or the classes
    public static IdxDataset of(Idx images, Idx labels, List<String> classes) {
        return owning(new Idx(images.name(), images.type(), images.shape(), images.bytes().clone()), labels, classes);
    }

    private static List<String> numbered(Idx labels) {
        int highest = -1;
        for (byte label : labels.bytes()) {
            highest = Math.max(highest, label & 0xFF);
        }
        List<String> classes = new ArrayList<>();
        for (int label = 0; label <= highest; label++) {
            classes.add(Integer.toString(label));
        }
        return classes;
    }

    /// Makes the images' bytes its own.
    static IdxDataset owning(Idx images, Idx labels, List<String> classes) {
        IdxPair.check(images, labels, classes.size());
        Shape sample = images.shape().sample();
        Shape input = sample.rank() == 2 ? sample.batch(1) : sample;
        Pixels.flip(images.bytes());
        return new IdxDataset(images.bytes(), labels.bytes(), input, List.copyOf(classes));
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape targetShape() {
        return Shape.of(classes.size());
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets) {
        draw(samples, from, to, inputs, targets, 0);
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets, int row) {
        int length = inputShape.elements();
        for (int place = from; place < to; place++) {
            requireSample(samples[place]);
        }
        if (Pixels.ask(pixels, samples, from, to, length) < 0) {
            throw new IllegalStateException("bytes that were asked for make a sum below 0");
        }
        Arrays.fill(targets.data(), row * classes.size(), (row + to - from) * classes.size(), 0);
        for (int place = from, at = row; place < to; place++, at++) {
            int sample = samples[place];
            Pixels.scale(pixels, sample * length, inputs.data(), at * length, length);
            targets.data()[at * classes.size() + label(sample)] = 1;
        }
    }

    private void requireSample(int sample) {
        if (sample < 0 || sample >= labels.length) {
            throw new IllegalArgumentException(
                    "There is no sample %d: the data set has %d, counted from 0".formatted(sample, labels.length));
        }
    }

    /// One image as in the file: unsigned bytes, row by row; a copy.
    ///
    /// @throws IllegalArgumentException if there is no such sample
    public byte[] image(int sample) {
        requireSample(sample);
        int start = sample * inputShape.elements();
        byte[] image = Arrays.copyOfRange(pixels, start, start + inputShape.elements());
        Pixels.flip(image);
        return image;
    }

    /// One label, from 0 to the number of classes − 1.
    ///
    /// @throws IllegalArgumentException if there is no such sample
    public int label(int sample) {
        requireSample(sample);
        return labels[sample] & 0xFF;
    }
}
