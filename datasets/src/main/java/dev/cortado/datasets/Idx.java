package dev.cortado.datasets;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// What an IDX file holds: numbers of one type in an array of any rank. Immutable.
///
/// IDX is the format of [MNIST](https://yann.lecun.org/exdb/mnist/): two bytes of zero, one for the elements' type, one for
/// the number of axes; four bytes for the length of each axis; the elements, row-major; all numbers with their highest byte
/// first. A file packed with gzip is unpacked, whatever its name.
public final class Idx {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final IdxType type;
    private final Shape shape;
    private final byte[] bytes;

    Idx(String name, IdxType type, Shape shape, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /// Reads a file, plain or packed with gzip.
    ///
    /// @throws IOException if it cannot be read or does not hold exactly what its header promises; the message names it
    public static Idx read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("%s is no IDX file, but a folder".formatted(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /// Reads a stream to its end, plain or packed with gzip, and leaves it open.
    ///
    /// @param name what to call it in messages
    /// @throws IOException if it cannot be read or does not hold exactly what its header promises; the message names it
    public static Idx read(InputStream stream, String name) throws IOException {
        InputStream in = new BufferedInputStream(stream, BUFFER);
        return isGzip(in) ? unpack(in, name) : new IdxReader(in, name).read();
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private static Idx unpack(InputStream in, String name) throws IOException {
        try (Gunzip gunzip = Gunzip.of(in, BUFFER)) {
            Idx idx = new IdxReader(gunzip, name).read();
            long excess = gunzip.excess();
            if (excess > 0) {
                throw new IOException("%s has trailing bytes: %d after the end of its gzip data".formatted(name, excess));
            }
            return idx;
        } catch (EOFException e) {
            throw new IOException("%s is broken: its gzip data ends too early".formatted(name), e);
        } catch (ZipException e) {
            throw new IOException("%s is broken: its gzip data says '%s'".formatted(name, e.getMessage()), e);
        }
    }

    /// Where it came from, for messages.
    public String name() {
        return name;
    }

    /// The lengths of its axes.
    public Shape shape() {
        return shape;
    }

    /// The elements as float32, the nearest to each: unsigned bytes are 0 to 255.
    public Tensor toTensor() {
        Tensor tensor = Tensor.zeros(shape);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = type.read(buffer);
        }
        return tensor;
    }

    IdxType type() {
        return type;
    }

    /// The elements as they are in the file: not a copy.
    byte[] bytes() {
        return bytes;
    }
}
