package dev.cortado.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxDatasetTest {
    private static final int[] PIXELS = IntStream.range(0, 256).map(i -> i * 77).toArray();

    @TempDir
    private Path folder;

    @Test
    void aPairOfFilesIsADatasetOfImagesWithOneChannel() throws IOException {
        Path images = Files.write(folder.resolve("images.gz"), IdxBytes.gzip(IdxBytes.file(0x08, new int[] {4, 8, 8}, PIXELS)));
        Path labels = Files.write(folder.resolve("labels"), IdxBytes.file(0x08, new int[] {4}, 0, 2, 1, 2));
        IdxDataset data = IdxDataset.read(images, labels);
        assertThat(data.size()).isEqualTo(4);
        assertThat(data.inputShape()).isEqualTo(Shape.of(1, 8, 8));
        assertThat(data.targetShape()).isEqualTo(Shape.of(3));
        assertThat(data.classes()).containsExactly("0", "1", "2");
        assertThat(IdxDataset.read(images, labels, List.of("a", "b", "c", "d")).classes()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aBatchIsTheChosenSamplesScaledByTheExactQuotient() throws IOException {
        Tensor inputs = Tensor.zeros(Shape.of(3, 1, 8, 8));
        Tensor targets = Tensor.of(Shape.of(3, 3), 9, 9, 9, 9, 9, 9, 9, 9, 9);
        dataset().draw(new int[] {0, 3, 1, 3, 2}, 1, 4, inputs, targets);
        assertThat(targets.data()).containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 1);
        for (int i = 0; i < 64; i++) {
            assertThat(inputs.data()[i]).isEqualTo((PIXELS[3 * 64 + i] & 0xFF) / 255f);
            assertThat(inputs.data()[64 + i]).isEqualTo((PIXELS[64 + i] & 0xFF) / 255f);
            assertThat(inputs.data()[128 + i]).isEqualTo((PIXELS[3 * 64 + i] & 0xFF) / 255f);
        }
    }

    @Test
    void imagesAndLabelsAreThereAsTheyWereInTheFile() throws IOException {
        IdxDataset data = dataset();
        byte[] image = data.image(2);
        for (int i = 0; i < 64; i++) {
            assertThat(image[i]).isEqualTo((byte) PIXELS[2 * 64 + i]);
        }
        assertThat(IntStream.range(0, 4).map(data::label)).containsExactly(0, 2, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void aSampleThatIsNotThereIsRefused(int sample) throws IOException {
        IdxDataset data = dataset();
        Tensor inputs = Tensor.zeros(Shape.of(2, 1, 8, 8));
        Tensor targets = Tensor.of(Shape.of(2, 3), 9, 9, 9, 9, 9, 9);
        for (ThrowingCallable use : List.<ThrowingCallable>of(() -> data.image(sample), () -> data.label(sample),
                () -> data.draw(new int[] {0, sample}, 0, 2, inputs, targets))) {
            assertThatThrownBy(use).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no sample %d: the data set has 4, counted from 0", sample);
        }
        assertThat(targets.data()).as("nothing is half-written").containsOnly(9);
    }

    @Test
    void severalDatasetsOfTheSameFilesDoNotDisturbEachOther() throws IOException {
        Idx images = images();
        Tensor before = images.toTensor();
        byte[] first = IdxDataset.of(images, labels(0, 2, 1, 2), List.of("a", "b", "c")).image(1);
        byte[] second = IdxDataset.of(images, labels(0, 0, 0, 0), List.of("a")).image(1);
        assertThat(second).isEqualTo(first);
        assertThat(images.toTensor()).isEqualTo(before);
    }

    @Test
    void rowsOfNumbersAndImagesOfSeveralChannelsKeepTheirShape() throws IOException {
        Idx rows = idx("rows", IdxBytes.file(0x08, new int[] {4, 64}, PIXELS));
        Idx colours = idx("colours", IdxBytes.file(0x08, new int[] {4, 4, 4, 4}, PIXELS));
        assertThat(IdxDataset.of(rows, labels(0, 0, 0, 0), List.of("a")).inputShape()).isEqualTo(Shape.of(64));
        assertThat(IdxDataset.of(colours, labels(0, 0, 0, 0), List.of("a")).inputShape()).isEqualTo(Shape.of(4, 4, 4));
    }

    @Test
    void countsThatDisagreeAreRefused() throws IOException {
        refused(images(), labels(0, 1, 2), "images has 4 images", "labels has 3 labels");
    }

    @Test
    void aLabelWithoutAClassIsRefused() throws IOException {
        refused(images(), labels(0, 1, 3, 2), "labels has label 3 at sample 2", "only 3 classes");
    }

    @Test
    void elementsOtherThanUnsignedBytesAreRefused() throws IOException {
        Idx shorts = idx("shorts", IdxBytes.file(0x0B, new int[] {4, 8, 4}, PIXELS));
        Idx signed = idx("signed", IdxBytes.file(0x09, new int[] {4}, 0, 0, 0, 0));
        refused(shorts, labels(0, 0, 0, 0), "shorts holds shorts", "images are unsigned bytes");
        refused(images(), signed, "signed holds signed bytes", "labels are unsigned bytes");
    }

    @Test
    void filesGivenTheWrongWayRoundAreRefused() throws IOException {
        refused(labels(0, 1, 2, 0), images(), "labels holds no images", "[4]", "[images, rows, columns]");
        refused(images(), images(), "images holds no labels", "[4, 8, 8]");
    }

    private static void refused(Idx images, Idx labels, String... parts) {
        assertThatThrownBy(() -> IdxDataset.of(images, labels, List.of("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(error -> assertThat(error.getMessage()).contains(parts));
    }

    private static IdxDataset dataset() throws IOException {
        return IdxDataset.of(images(), labels(0, 2, 1, 2), List.of("a", "b", "c"));
    }

    private static Idx images() throws IOException {
        return idx("images", IdxBytes.file(0x08, new int[] {4, 8, 8}, PIXELS));
    }

    private static Idx labels(int... labels) throws IOException {
        return idx("labels", IdxBytes.file(0x08, new int[] {labels.length}, labels));
    }

    private static Idx idx(String name, byte[] bytes) throws IOException {
        return Idx.read(new ByteArrayInputStream(bytes), name);
    }
}
