package dev.cortado.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/// Makes the bytes of IDX files.
final class IdxBytes {
    private IdxBytes() {
    }

    /// A header, and then these elements, bytes already.
    static byte[] file(int type, int[] lengths, int... elements) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * lengths.length + elements.length);
        buffer.putShort((short) 0).put((byte) type).put((byte) lengths.length);
        for (int length : lengths) {
            buffer.putInt(length);
        }
        for (int element : elements) {
            buffer.put((byte) element);
        }
        return buffer.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
