package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What decides the course of a training besides the network, as texts: where one differs, a checkpoint is not gone on from.
///
/// The number of epochs, the engine, the time limit and whoever listens may differ.
final class Settings {
    /// So many samples of a data set are looked at.
    private static final int SAMPLES = 256;

    private Settings() {
    }

    static SequencedMap<String, String> of(Training training, Dataset data, @Nullable Dataset validation) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("data", data(data));
        settings.put("validation", validation == null ? "none" : data(validation));
        settings.put("batch size", Integer.toString(training.batchSize));
        settings.put("number of accumulated batches", Integer.toString(training.accumulated));
        settings.put("seed", Long.toString(training.seed));
        settings.put("order", training.shuffled ? "shuffled" : "unshuffled");
        settings.put("schedule", Plugins.text(training.schedule));
        settings.put("list of augmentations", training.augmentations.stream().map(Plugins::text).toList().toString());
        settings.put("list of penalties", training.penalties.toString());
        settings.put("clipping", String.valueOf(training.clipping));
        settings.put("list of constraints", training.constraints.stream()
                .map(each -> each.names() + " " + Plugins.text(each.constraint())).toList().toString());
        settings.put("list of frozen parameters", training.network.parameters().list().stream()
                .filter(Parameter::frozen).map(Parameter::name).toList().toString());
        EarlyStopping stopping = training.earlyStopping;
        settings.put("early stopping", stopping == null ? "none" : "on %s by %s".formatted(
                stopping.metric() == null ? "loss" : Plugins.text(stopping.metric()), stopping.minimumChange()));
        return settings;
    }

    /// Its size and shapes, and a checksum over samples spread evenly through it; a text that is the same in every language.
    private static String data(Dataset data) {
        int count = Math.min(SAMPLES, data.size());
        int[] samples = new int[count];
        Arrays.setAll(samples, i -> (int) ((long) i * data.size() / count));
        Tensor inputs = Tensor.zeros(data.inputShape().batch(count));
        Tensor targets = Tensor.zeros(data.targetShape().batch(count));
        data.draw(samples, 0, count, inputs, targets);
        return String.format(Locale.ROOT, "%d samples of %s and %s with checksum %08x%s", data.size(), data.inputShape(), data.targetShape(),
                31 * Arrays.hashCode(inputs.data()) + Arrays.hashCode(targets.data()), weights(data, samples));
    }

    private static String weights(Dataset data, int[] samples) {
        if (!data.weighted()) {
            return "";
        }
        return String.format(Locale.ROOT, ", weights with checksum %08x", Arrays.stream(samples).mapToObj(data::weight).toList().hashCode());
    }
}
