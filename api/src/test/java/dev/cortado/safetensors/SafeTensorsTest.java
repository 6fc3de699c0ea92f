package dev.cortado.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
    @TempDir
    Path folder;

    private Path model() {
        return folder.resolve("model.safetensors");
    }

    private static SequencedMap<String, Tensor> tensors() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", Tensor.of(Shape.of(2, 3), 1, -2.5, 1e-40, Double.NaN, Double.NEGATIVE_INFINITY, -0.0));
        tensors.put("step", Tensor.of(Shape.of(), 7));
        tensors.put("nothing", Tensor.zeros(Shape.of(0, 5)));
        tensors.put("ünïcode \"quoted\"", Tensor.of(Shape.of(1), Float.MAX_VALUE));
        return tensors;
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        SequencedMap<String, Tensor> tensors = tensors();
        Tensor odd = Tensor.wrap(Shape.of(1), new float[] {Float.intBitsToFloat(0x7fc12345)});
        tensors.put("odd", odd);
        Map<String, String> metadata = Map.of("network", "{\"input\": [2]}", "", "ä\n");
        SafeTensors.write(model(), tensors, metadata);
        SafeTensors read = SafeTensors.read(model());
        assertThat(read.metadata()).isEqualTo(metadata);
        assertThat(read.names()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(read.tensor(name)).as(name).isEqualTo(tensor);
            assertThat(read.shape(name)).isEqualTo(tensor.shape());
        });
        assertThat(Float.floatToRawIntBits(read.tensor("odd").get(0))).isEqualTo(0x7fc12345);
    }

    @Test
    void aTensorLargerThanTheBufferIsReadBack() throws IOException {
        Tensor large = Tensor.zeros(Shape.of(100_003));
        for (int i = 0; i < large.elements(); i++) {
            large.data()[i] = i;
        }
        SafeTensors.write(model(), new LinkedHashMap<>(Map.of("large", large)), Map.of());
        assertThat(SafeTensors.read(model()).tensor("large")).isEqualTo(large);
    }

    @Test
    void equalTensorsMakeEqualFilesInWhateverOrderTheTextsCome() throws IOException {
        SequencedMap<String, String> forwards = new LinkedHashMap<>(Map.of("a", "1"));
        forwards.put("b", "2");
        SafeTensors.write(model(), tensors(), forwards);
        byte[] first = Files.readAllBytes(model());
        SafeTensors.write(model(), tensors(), forwards.reversed());
        assertThat(Files.readAllBytes(model())).isEqualTo(first);
    }

    @Test
    void theTensorsBeginAtAMultipleOfEightBytes() throws IOException {
        for (String name : List.of("a", "ab", "abc", "abcd", "abcdefg", "äöü")) {
            SafeTensors.write(model(), new LinkedHashMap<>(Map.of(name, Tensor.of(Shape.of(1), 1))), Map.of());
            long header = ByteBuffer.wrap(Files.readAllBytes(model())).order(ByteOrder.LITTLE_ENDIAN).getLong();
            assertThat(header % 8).as(name).isZero();
            assertThat(Files.size(model())).isEqualTo(8 + header + 4);
        }
    }

    @Test
    void doublesAndHalvesAreReadAsFloats() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(8 + 4 + 4).order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1).putShort((short) 0x3c00).putShort((short) 0xfc00).putShort((short) 0x3fc0).putShort((short) 0x8000);
        Path file = file("""
                {"d": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]},
                 "h": {"dtype": "F16", "shape": [2], "data_offsets": [8, 12]},
                 "b": {"dtype": "BF16", "shape": [2], "data_offsets": [12, 16]}}""", numbers.array());
        SafeTensors read = SafeTensors.read(file);
        assertThat(read.tensor("d").data()).containsExactly(0.1f);
        assertThat(read.tensor("h").data()).containsExactly(1, Float.NEGATIVE_INFINITY);
        assertThat(read.tensor("b").data()).containsExactly(1.5f, -0.0f);
    }

    @Test
    void tensorsOfOtherTypesAreListedAndRefusedWhenAskedFor() throws IOException {
        Path file = file("""
                {"count": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]},
                 "x": {"dtype": "F32", "shape": [1], "data_offsets": [8, 12]}}""", new byte[12]);
        SafeTensors read = SafeTensors.read(file);
        assertThat(read.names()).containsExactly("count", "x");
        assertThat(read.contains("count")).isTrue();
        assertThat(read.tensor("x").elements()).isOne();
        assertThatThrownBy(() -> read.tensor("count")).hasMessageContaining("I64").hasMessageContaining("F32, F16, BF16");
        assertThatThrownBy(() -> read.tensor("y")).hasMessageContaining("'y'").hasMessageContaining("[count, x]");
    }

    @Test
    void aFileThatIsTooShortForItsHeaderIsRefusedBeforeAnythingIsAllocated() throws IOException {
        for (long promised : new long[] {1, 100, 99_999_999, 100_000_001, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            Path file = bytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(promised).array());
            assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(IOException.class)
                    .hasMessageContaining(Long.toUnsignedString(promised)).hasMessageContaining("has 0");
        }
        assertThatThrownBy(() -> SafeTensors.read(bytes(new byte[7]))).hasMessageContaining("7 bytes");
        assertThatThrownBy(() -> SafeTensors.read(bytes(new byte[0]))).hasMessageContaining("0 bytes");
        assertThatThrownBy(() -> SafeTensors.read(bytes(new byte[8]))).hasMessageContaining("begin with '{'");
    }

    @Test
    void everyTruncationOfAFileIsRefused() throws IOException {
        SafeTensors.write(model(), tensors(), Map.of("a", "b"));
        byte[] whole = Files.readAllBytes(model());
        for (int length = 0; length < whole.length; length++) {
            Path file = bytes(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafeTensors.read(file)).as("%d bytes", length).isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThatThrownBy(() -> SafeTensors.read(bytes(Arrays.copyOf(whole, whole.length + 1))))
                .hasMessageContaining("too long").hasMessageContaining("32 bytes").hasMessageContaining("33 follow");
    }

    @Test
    void headersThatContradictThemselvesAreRefusedWithBothFacts() throws IOException {
        refused(x("[0, 4]", "F32", "[2]"), 4, "F32 of [2] takes 8 bytes", "hold 4");
        refused(x("[4, 0]", "F32", "[1]"), 4, "[4, 0]", "begin and an end");
        refused(x("[4, 8]", "F32", "[1]"), 8, "begins at 4", "the header ends at 0", "gap");
        refused(x("[0, 4]", "F32", "[1]"), 8, "promises 4 bytes", "8 follow");
        refused(x("[0, 8]", "F32", "[2]"), 4, "truncated", "promises 8 bytes", "4 follow");
        refused(x("[0, 4, 8]", "F32", "[1]"), 4, "[0, 4, 8]");
        refused(x("[-4, 0]", "F32", "[1]"), 4, "-4", "data_offsets");
        refused(x("[0, 4]", "F32", "[1.5]"), 4, "1.5", "shape");
        refused(x("[0, 4]", "F32", "[99999999999999999999]"), 4, "99999999999999999999", "shape");
        refused(x("[0, 4]", "F32", "[4294967297, 4294967297]"), 4, "4294967297", "cannot be");
        refused(x("[0, 17179869184]", "F32", "[4294967297]"), 4, "takes 17179869188 bytes", "hold 17179869184");
        refused(x("[0, 0]", "F32", "[0, 4294967297]"), 0, "4294967297", "too large");
        refused(x("[0, 4]", "F31", "[1]"), 4, "F31", "known are", "BF16");
        refused(x("[0, 1]", "F4", "[1]"), 1, "F4", "4 bits are not whole bytes");
        refused("{\"x\": {\"shape\": [1], \"data_offsets\": [0, 4]}}", 4, "no dtype");
        refused("{\"x\": {\"dtype\": \"F32\", \"data_offsets\": [0, 4]}}", 4, "no list of shape");
        refused("{\"x\": {\"dtype\": \"F32\", \"shape\": [1]}}", 4, "no list of data_offsets");
        refused("{\"x\": 3}", 4, "'x'", "no dtype");
        refused("{\"__metadata__\": {\"a\": 1}}", 0, "'a'", "NUMBER");
        refused("{\"__metadata__\": []}", 0, "ARRAY");
        refused("{} {}", 0, "JSON");
        refused("{\"a\"", 0, "JSON");
        refused("[]", 0, "begin with '{'");
        refused(" {}", 0, "begin with '{'");
        refused("{\"a\":".repeat(100_000), 0, "JSON");
    }

    private static String x(String offsets, String dtype, String shape) {
        return "{\"x\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": %s}}".formatted(dtype, shape, offsets);
    }

    @Test
    void tensorsThatOverlapOrShareANameAreRefused() throws IOException {
        refused("""
                {"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                 "y": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}""", 12, "'y'", "begins at 4", "'x' ends at 8", "overlap");
        refused("""
                {"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
                 "x": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}""", 8, "twice", "'x'");
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() throws IOException {
        byte[] bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(4).put("{\"".getBytes(StandardCharsets.UTF_8))
                .put((byte) 0xff).put((byte) '}').array();
        assertThatThrownBy(() -> SafeTensors.read(bytes(bytes))).hasMessageContaining("UTF-8");
    }

    @Test
    void aFolderIsRefusedByItsName() {
        assertThatThrownBy(() -> SafeTensors.read(folder)).isInstanceOf(IOException.class)
                .hasMessage("%s is no safetensors file, but a folder", folder);
    }

    @Test
    void aFileWithNothingInItIsRead() throws IOException {
        assertThat(SafeTensors.read(file("{}", new byte[0])).names()).isEmpty();
        SafeTensors.write(model(), new LinkedHashMap<>(), Map.of());
        assertThat(SafeTensors.read(model()).metadata()).isEmpty();
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        SafeTensors.write(model(), tensors(), Map.of());
        byte[] old = Files.readAllBytes(model());
        assertThatThrownBy(() -> new WholeFile(model()).write(channel -> {
            channel.write(ByteBuffer.allocate(10));
            throw new IOException("No space left on device");
        })).hasMessage("No space left on device");
        assertThat(Files.readAllBytes(model())).isEqualTo(old);
        assertThat(filesInFolder()).containsExactly(model());
    }

    @Test
    void onlyTheNewFileIsLeftInTheFolder() throws IOException {
        SafeTensors.write(model(), tensors(), Map.of());
        SafeTensors.write(model(), new LinkedHashMap<>(), Map.of("new", "yes"));
        assertThat(filesInFolder()).containsExactly(model());
        assertThat(SafeTensors.read(model()).metadata()).containsEntry("new", "yes");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.createFile(folder.resolve("real"));
        Path link = Files.createSymbolicLink(model(), real);
        SafeTensors.write(link, tensors(), Map.of());
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(SafeTensors.read(real).names()).contains("step");
    }

    @Test
    void whereThereIsNoFolderNothingIsWritten() {
        assertThatThrownBy(() -> SafeTensors.write(folder.resolve("no/model"), tensors(), Map.of()))
                .isInstanceOf(NoSuchFileException.class).hasMessageContaining("folder does not exist");
        assertThatThrownBy(() -> SafeTensors.write(folder, tensors(), Map.of())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SafeTensors.read(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SafeTensors.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theNameOfTheMetadataIsNoTensors() {
        assertThatThrownBy(() -> SafeTensors.write(model(),
                new LinkedHashMap<>(Map.of("__metadata__", Tensor.zeros(Shape.of(1)))), Map.of())).hasMessageContaining("__metadata__");
    }

    private void refused(String header, int following, String... facts) throws IOException {
        Path file = file(header, new byte[following]);
        assertThatThrownBy(() -> SafeTensors.read(file)).as(header.substring(0, Math.min(200, header.length())))
                .isInstanceOf(IOException.class).hasMessageContaining(file.toString()).hasMessageContainingAll(facts);
    }

    private Path file(String header, byte[] tensors) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return bytes(ByteBuffer.allocate(8 + text.length + tensors.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length).put(text).put(tensors).array());
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("given"), bytes);
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
