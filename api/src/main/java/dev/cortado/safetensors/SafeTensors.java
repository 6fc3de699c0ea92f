package dev.cortado.safetensors;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a safetensors file holds: tensors by name, and a map of texts.
///
/// Numbers of the types F32, F64, F16 and BF16 are read, all as float32. A file may hold tensors of other types, such as
/// PyTorch's counters of batches: they are listed, and refused when asked for.
public final class SafeTensors {
    private static final int LENGTH = Long.BYTES;
    /// So many bytes are read or written at once; a multiple of every number's size.
    private static final int PART = 1 << 16;

    private final Map<String, String> metadata;
    private final Map<String, Header.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private SafeTensors(Header header) {
        this.metadata = Map.copyOf(header.metadata());
        header.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, or is no such file, or is truncated or otherwise not what its header
    ///     promises; the message names the file, the tensor and both facts
    public static SafeTensors read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("%s is no safetensors file, but a folder".formatted(file));
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            SafeTensors read = new SafeTensors(readHeader(file, channel));
            read.readTensors(channel);
            return read;
        } catch (EOFException e) {
            throw new IOException("%s has become shorter while it was read".formatted(file), e);
        }
    }

    private static Header readHeader(Path file, SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        if (size < LENGTH) {
            throw new IOException("%s is no safetensors file: it has %d bytes, and %d tell the length of the header alone"
                    .formatted(file, size, LENGTH));
        }
        long length = filled(channel, LENGTH).getLong();
        if (length < 0 || length > Header.LONGEST || length > size - LENGTH) {
            throw new IOException(("%s is no safetensors file, or truncated: it promises a header of %s bytes, and has %d "
                    + "after that number; %d are allowed").formatted(
                    file, Long.toUnsignedString(length), size - LENGTH, Header.LONGEST));
        }
        try {
            return Header.read(filled(channel, (int) length).array(), size - LENGTH - length);
        } catch (IOException e) {
            throw new IOException("%s is no good safetensors file: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ByteBuffer filled(ReadableByteChannel channel, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, bytes);
        return bytes;
    }

    private static void fill(ReadableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        bytes.flip();
    }

    private void readTensors(SeekableByteChannel channel) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(PART).order(ByteOrder.LITTLE_ENDIAN);
        long start = channel.position();
        for (Header.Entry entry : entries.values()) {
            if (entry.dtype().isReadable()) {
                channel.position(start + entry.begin());
                tensors.put(entry.name(), readTensor(channel, entry, part));
            }
        }
    }

    private static Tensor readTensor(ReadableByteChannel channel, Header.Entry entry, ByteBuffer part) throws IOException {
        Tensor tensor = Tensor.zeros(entry.shape());
        int element = 0;
        for (long left = entry.end() - entry.begin(); left > 0; left -= part.limit()) {
            fill(channel, part.clear().limit((int) Math.min(PART, left)));
            element += entry.dtype().read(part, tensor, element);
        }
        return tensor;
    }

    /// Writes a file of float32 tensors, in their order. It replaces a file of that name whole or not at all: a reader finds
    /// the old one or the new one, also after a crash. Several may write to one file at once: the last one wins.
    ///
    /// The content is first written to a file `NAME.….tmp` beside it. What killed processes have left of those is removed.
    ///
    /// @param tensors by name; all names but `__metadata__`
    /// @param metadata texts to go with them
    /// @throws IOException if it cannot be written; a file of that name is then still the old one
    /// @throws IllegalArgumentException if the names and texts are longer than a header may be
    public static void write(Path file, SequencedMap<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        if (tensors.containsKey(Header.METADATA)) {
            throw new IllegalArgumentException("No tensor can be named '%s': the metadata are".formatted(Header.METADATA));
        }
        byte[] header = new Header(metadata, entries(tensors)).toBytes();
        if (header.length > Header.LONGEST) {
            throw new IllegalArgumentException("The header would have %d bytes, and %d are allowed; are the metadata too long?"
                    .formatted(header.length, Header.LONGEST));
        }
        new WholeFile(file).write(channel -> {
            ByteBuffer start = ByteBuffer.allocate(LENGTH + header.length).order(ByteOrder.LITTLE_ENDIAN);
            drain(start.putLong(header.length).put(header).flip(), channel);
            writeTensors(tensors, channel);
        });
    }

    /// Removes the temporary files that killed processes have left beside a file, as [#write] does before it writes.
    ///
    /// @throws IOException if there is no folder for the file
    public static void removeUnfinished(Path file) throws IOException {
        new WholeFile(file).removeAbandoned();
    }

    private static List<Header.Entry> entries(SequencedMap<String, Tensor> tensors) {
        List<Header.Entry> entries = new ArrayList<>();
        long begin = 0;
        for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
            long end = begin + Dtype.F32.bytes(each.getValue().elements());
            entries.add(new Header.Entry(each.getKey(), Dtype.F32, each.getValue().shape(), begin, end));
            begin = end;
        }
        return entries;
    }

    private static void writeTensors(SequencedMap<String, Tensor> tensors, WritableByteChannel channel) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(PART).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (int from = 0; from < tensor.elements(); from += PART / Float.BYTES) {
                int count = Math.min(PART / Float.BYTES, tensor.elements() - from);
                part.clear().asFloatBuffer().put(tensor.data(), from, count);
                drain(part.limit(count * Float.BYTES), channel);
            }
        }
    }

    private static void drain(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// The texts that go with the tensors.
    public Map<String, String> metadata() {
        return metadata;
    }

    /// The names of all tensors, as the file has them in order.
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /// Whether there is a tensor of this name, of whatever type.
    public boolean contains(String name) {
        return entries.containsKey(name);
    }

    /// The shape of a tensor, of whatever type.
    ///
    /// @throws IllegalArgumentException if there is none of this name; the message lists those there are
    public Shape shape(String name) {
        return entry(name).shape();
    }

    /// The tensor of this name: this object's own, not a copy.
    ///
    /// @throws IllegalArgumentException if there is none of this name, or its numbers are of a type that is not read
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Tensor '%s' is of type %s; only %s are read"
                    .formatted(name, entry(name).dtype(), Dtype.readable()));
        }
        return tensor;
    }

    private Header.Entry entry(String name) {
        Header.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no tensor '%s' in the file; there are: %s".formatted(name, names()));
        }
        return entry;
    }
}
