package dev.cortado.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    private static final byte[] MATRIX = IdxBytes.file(0x08, new int[] {2, 3}, 0, 1, 127, 128, 254, 255);

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadPlainAndPackedAlike() throws IOException {
        Path plain = Files.write(folder.resolve("matrix-idx2-ubyte"), MATRIX);
        Path packed = Files.write(folder.resolve("matrix-idx2-ubyte.gz"), IdxBytes.gzip(MATRIX));
        Tensor expected = Tensor.of(Shape.of(2, 3), 0, 1, 127, 128, 254, 255);
        assertThat(Idx.read(plain).toTensor()).isEqualTo(expected);
        assertThat(Idx.read(packed).toTensor()).isEqualTo(expected);
        assertThat(Idx.read(packed).name()).isEqualTo(packed.toString());
        assertThat(Idx.read(packed).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void everyTypeOfElementIsRead() throws IOException {
        assertThat(numbers(0x08, 1, 200)).containsExactly(200);
        assertThat(numbers(0x09, 1, 200)).containsExactly(-56);
        assertThat(numbers(0x0B, 1, 0xFF, 0x00)).containsExactly(-256);
        assertThat(numbers(0x0C, 2, 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFE)).containsExactly(65536, -2);
        assertThat(numbers(0x0D, 1, 0x3F, 0x80, 0, 0)).containsExactly(1);
        assertThat(numbers(0x0E, 1, 0xC0, 0, 0, 0, 0, 0, 0, 0)).containsExactly(-2);
    }

    private static float[] numbers(int type, int length, int... elements) throws IOException {
        return read(IdxBytes.file(type, new int[] {length}, elements)).toTensor().data();
    }

    private static Idx read(byte[] bytes) throws IOException {
        return Idx.read(new ByteArrayInputStream(bytes), "some.idx");
    }

    @Test
    void elementsThatTakeManyReadsArriveWhole() throws IOException {
        int[] elements = new int[3_000_000];
        Arrays.setAll(elements, i -> (i * 31) >> 5);
        Tensor tensor = read(IdxBytes.gzip(IdxBytes.file(0x08, new int[] {1000, 3000}, elements))).toTensor();
        for (int i = 0; i < elements.length; i += 997) {
            assertThat(tensor.data()[i]).isEqualTo(elements[i] & 0xFF);
        }
    }

    @Test
    void anEmptyAxisIsAnEmptyTensor() throws IOException {
        assertThat(read(IdxBytes.file(0x08, new int[] {0, 28, 28})).shape()).isEqualTo(Shape.of(0, 28, 28));
    }

    @Test
    void gzipOfSeveralMembersIsReadAsOne() throws IOException {
        byte[] packed = IdxBytes.concat(
                IdxBytes.gzip(Arrays.copyOf(MATRIX, 13)), IdxBytes.gzip(Arrays.copyOfRange(MATRIX, 13, MATRIX.length)));
        assertThat(read(packed).toTensor().data()).containsExactly(0, 1, 127, 128, 254, 255);
    }

    @Test
    void aBadMagicNumberIsRefused() {
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3}, "no IDX file", "89504e47", "0000");
        refused(IdxBytes.file(0x0A, new int[] {1}, 0), "no IDX file", "00000a01", "0b");
    }

    @Test
    void aTruncatedHeaderIsRefused() {
        refused(new byte[0], "truncated", "magic number", "0 of 4 bytes");
        refused(Arrays.copyOf(MATRIX, 9), "truncated", "lengths of 2 axes", "5 of 8 bytes");
    }

    @Test
    void truncatedElementsAreRefused() {
        refused(Arrays.copyOf(MATRIX, MATRIX.length - 1), "truncated", "2 × 3 elements in 6 bytes", "has 5 bytes");
        refused(IdxBytes.file(0x0C, new int[] {2}, 1, 2, 3, 4), "truncated", "2 elements in 8 bytes", "has 4 bytes");
        refused(IdxBytes.gzip(Arrays.copyOf(MATRIX, 13)), "truncated", "2 × 3 elements in 6 bytes", "has 1 bytes");
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] longer = IdxBytes.concat(MATRIX, new byte[1]);
        refused(longer, "trailing bytes", "2 × 3 elements in 6 bytes", "more");
        refused(IdxBytes.gzip(longer), "trailing bytes", "2 × 3 elements in 6 bytes", "more");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 18, 30, 70_000})
    void bytesAfterTheGzipDataAreRefused(int excess) {
        byte[] garbage = new byte[excess];
        Arrays.fill(garbage, (byte) 'x');
        refused(IdxBytes.concat(IdxBytes.gzip(MATRIX), garbage), "trailing bytes", excess + " after the end of its gzip data");
    }

    @Test
    void aSizeBeyondAnArrayIsRefused() {
        refused(IdxBytes.file(0x08, new int[] {65536, 32768}), "too large", "65536 × 32768 unsigned bytes", "2147483639");
        refused(IdxBytes.file(0x0E, new int[] {1 << 28}), "too large", "268435456 doubles", "2147483639");
        refused(IdxBytes.file(0x08, new int[] {-1}), "too large", "4294967295 unsigned bytes");
        refused(IdxBytes.file(0x08, new int[] {-1, 0}), "too large", "4294967295 × 0");
        int most = Integer.MAX_VALUE;
        refused(IdxBytes.file(0x08, new int[] {most, most, 3}), "too large", "2147483647 × 2147483647 × 3");
        refused(IdxBytes.file(0x08, new int[] {1 << 30, 1 << 30, 1 << 30, 1 << 30}), "too large");
    }

    @Test
    void aPromiseOfTwoGigabytesReservesNoMemoryForThem() {
        byte[] promise = IdxBytes.file(0x08, new int[] {Integer.MAX_VALUE - 8}, 1, 2, 3);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        refused(promise, "truncated", "2147483639 bytes", "has 3 bytes");
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void brokenGzipDataIsRefused() {
        byte[] packed = IdxBytes.gzip(MATRIX);
        refused(Arrays.copyOf(packed, 5), "broken", "ends too early");
        refused(Arrays.copyOf(packed, packed.length - 12), "broken", "ends too early");
        refused(Arrays.copyOf(packed, packed.length - 3), "broken", "ends too early");
        byte[] flipped = packed.clone();
        flipped[packed.length - 6] ^= 1;
        refused(flipped, "broken", "trailer");
        byte[] method = packed.clone();
        method[2] = 1;
        refused(method, "broken", "method");
    }

    private static void refused(byte[] bytes, String... parts) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageStartingWith("some.idx ")
                .satisfies(error -> assertThat(error.getMessage()).contains(parts));
    }

    @Test
    void aFolderIsRefusedByItsName() {
        assertThatThrownBy(() -> Idx.read(folder)).isInstanceOf(IOException.class)
                .hasMessage("%s is no IDX file, but a folder", folder);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Idx.read(folder.resolve("none.idx")))
                .isInstanceOf(NoSuchFileException.class).hasMessageContaining("none.idx");
    }
}
