package dev.cortado.datasets;

import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// Reads an IDX stream and believes little: of a file that promises more than 64 MB, memory grows with what has come, not with the promise.
final class IdxReader {
    /// A promise of so many bytes is believed: growing would copy all of MNIST's, and clear twice as many, in a third of the time of unpacking it.
    private static final int BELIEVED = 1 << 26;
    private static final int FIRST_BYTES = 1 << 20;
    /// Read at once: a file's stream takes as much memory outside the heap.
    private static final int PIECE = 1 << 18;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final String name;

    IdxReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    Idx read() throws IOException {
        byte[] magic = header(4, "magic number");
        IdxType type = IdxType.of(magic[2]).filter(_ -> magic[0] == 0 && magic[1] == 0).orElseThrow(() -> bad(magic));
        int axes = magic[3] & 0xFF;
        long[] lengths = lengths(ByteBuffer.wrap(header(4 * axes, "lengths of " + axes + " axes")), axes);
        byte[] elements = elements(lengths, size(lengths, type));
        return new Idx(name, type, shape(lengths), elements);
    }

    private IOException bad(byte[] magic) {
        return new IOException("%s is no IDX file: its magic number is %s, and one of 0000, a type (08, 09, 0b, 0c, 0d, 0e) "
                .formatted(name, HexFormat.of().formatHex(magic)) + "and a number of axes is expected");
    }

    private byte[] header(int size, String part) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("%s is truncated: of the %s it has %d of %d bytes".formatted(name, part, bytes.length, size));
        }
        return bytes;
    }

    private static long[] lengths(ByteBuffer buffer, int axes) {
        long[] lengths = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            lengths[axis] = Integer.toUnsignedLong(buffer.getInt());
        }
        return lengths;
    }

    private static Shape shape(long[] lengths) {
        int[] axes = new int[lengths.length];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = Math.toIntExact(lengths[axis]);
        }
        return Shape.of(axes);
    }

    private int size(long[] lengths, IdxType type) throws IOException {
        long size = type.size;
        long longest = 0;
        for (long length : lengths) {
            size = Math.min(size * length, 1L << 31);
            longest = Math.max(longest, length);
        }
        if (size > MOST_BYTES || longest > MOST_BYTES) {
            throw new IOException("%s is too large: it promises %s %s, and an array holds at most %d bytes"
                    .formatted(name, product(lengths), type, MOST_BYTES));
        }
        return (int) size;
    }

    private byte[] elements(long[] lengths, int size) throws IOException {
        byte[] bytes = new byte[size <= BELIEVED ? size : FIRST_BYTES];
        int filled = fill(bytes, 0);
        while (filled == bytes.length && filled < size) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * filled));
            filled = fill(bytes, filled);
        }
        if (filled < size) {
            throw new IOException("%s is truncated: it promises %s elements in %d bytes, and has %d bytes"
                    .formatted(name, product(lengths), size, filled));
        }
        if (in.read() >= 0) {
            throw new IOException("%s has trailing bytes: it promises %s elements in %d bytes, and has more"
                    .formatted(name, product(lengths), size));
        }
        return bytes;
    }

    /// Reads on to the end of the array or of the stream, and says how far the array is filled then.
    private int fill(byte[] bytes, int filled) throws IOException {
        int piece;
        do {
            piece = in.readNBytes(bytes, filled, Math.min(PIECE, bytes.length - filled));
            filled += piece;
        } while (piece == PIECE);
        return filled;
    }

    private static String product(long[] lengths) {
        return Arrays.stream(lengths).mapToObj(Long::toString).collect(Collectors.joining(" × "));
    }
}
