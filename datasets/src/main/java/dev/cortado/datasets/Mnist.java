package dev.cortado.datasets;

import dev.cortado.data.DatasetProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// MNIST: handwritten digits, 60,000 to learn from and 10,000 to be judged by, each 28 × 28 pixels (LeCun, Bottou, Bengio
/// and Haffner, *Gradient-based learning applied to document recognition*, 1998).
///
/// The files are inside the jar. Inputs have shape `[1, 28, 28]`, 0 is paper and 1 is ink; targets are one-hot. Nothing is
/// kept here: every call unpacks anew, 47 MB in about a quarter of a second for the training digits. So keep what it returns.
public record Mnist() implements DatasetProvider {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /// The 60,000 digits to learn from.
    @Override
    public IdxDataset training() {
        return read("train");
    }

    /// The 10,000 digits to be judged by.
    @Override
    public IdxDataset test() {
        return read("t10k");
    }

    private static IdxDataset read(String part) {
        return IdxDataset.owning(file(part + "-images-idx3-ubyte.gz"), file(part + "-labels-idx1-ubyte.gz"), DIGITS);
    }

    private static Idx file(String name) {
        try (InputStream in = Mnist.class.getResourceAsStream("mnist/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar of the data sets has no mnist/" + name + ": it is incomplete");
            }
            return Idx.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
