package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Samples as bytes, to be drawn as pictures.
final class Pictures {
    private Pictures() {
    }

    static byte[] of(Dataset dataset, List<Integer> indices) {
        int[] samples = indices.stream().mapToInt(index -> checked(index, dataset)).toArray();
        Tensor inputs = Tensor.zeros(dataset.inputShape().batch(samples.length));
        dataset.draw(samples, 0, samples.length, inputs, Tensor.zeros(dataset.targetShape().batch(samples.length)));
        byte[] bytes = new byte[inputs.elements()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.clamp(inputs.data()[i], 0f, 1f) * 255);
        }
        return bytes;
    }

    private static int checked(int index, Dataset dataset) {
        if (index < 0 || index >= dataset.size()) {
            throw new SettingException("indices",
                    "There is no test sample %d; they are numbered 0 to %d".formatted(index, dataset.size() - 1));
        }
        return index;
    }
}
