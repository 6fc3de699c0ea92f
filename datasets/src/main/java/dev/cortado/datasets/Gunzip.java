package dev.cortado.datasets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip, and afterwards can tell what a `GZIPInputStream` keeps to itself: how many bytes follow the gzip data.
final class Gunzip extends GZIPInputStream {
    /// The checksum and the length at the end of gzip data.
    private static final int TRAILER = 8;

    private final Counting source;
    private long sourceWhenFilled;

    private Gunzip(Counting source, int buffer) throws IOException {
        super(source, buffer);
        this.source = source;
    }

    static Gunzip of(InputStream in, int buffer) throws IOException {
        return new Gunzip(new Counting(in), buffer);
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        sourceWhenFilled = source.count;
    }

    /// The number of bytes after the end of the gzip data, once that has been read; reads them.
    long excess() throws IOException {
        long end = sourceWhenFilled - inf.getRemaining() + TRAILER;
        source.transferTo(OutputStream.nullOutputStream());
        return source.count - end;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
