package dev.cortado.training;

import dev.cortado.network.ModelFile;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that a training has come to after a step, as a model file with more in it: the optimizer's state under `optimizer/…`,
/// the best parameters under `best/…`, and numbers and settings as texts under `training.…`.
///
/// What is random needs no state: it follows from the seed and the step.
///
/// @param settings what may not differ when the training is resumed, by name
record RunState(Network network, Optimizer.Stepper stepper, Rate rate, Meter meter, @Nullable Watch watch, long steps,
        SequencedMap<String, String> settings) {
    private static final String SETTING = "training.setting.";
    private static final String SCHEDULE = "training.schedule.";

    SequencedMap<String, Tensor> tensors() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(ModelFile.tensors(network));
        for (Parameter state : stepper.state()) {
            tensors.put("optimizer/" + state.name(), state.value());
        }
        if (watch != null) {
            watch.best.forEach(best -> tensors.put("best/" + best.name(), best.value()));
        }
        return tensors;
    }

    Map<String, String> metadata() {
        Map<String, String> texts = new TreeMap<>(ModelFile.metadata(network));
        texts.put("training.steps", Long.toString(steps));
        texts.put("training.learning_rate", Double.toString(rate.base()));
        rate.course.state().forEach((name, value) -> texts.put(SCHEDULE + name, Double.toString(value)));
        texts.put("training.epoch.loss", Double.toString(meter.loss));
        texts.put("training.epoch.correct", Long.toString(meter.correct));
        texts.put("training.epoch.samples", Long.toString(meter.samples));
        texts.put("training.epoch.nanos", Long.toString(meter.nanos));
        if (watch != null) {
            texts.put("training.best.value", Double.toString(watch.bestValue));
            texts.put("training.best.epoch", Integer.toString(watch.bestEpoch));
            texts.put("training.best.waited", Integer.toString(watch.waited));
        }
        settings.forEach((name, value) -> texts.put(SETTING + name, value));
        return texts;
    }

    /// Puts everything back to where a file has it, and says after how many steps that was.
    ///
    /// @throws IllegalArgumentException if the file is no checkpoint, or one of another training; nothing is changed then
    long restore(SafeTensors file, CheckpointFile place) {
        Map<String, String> texts = file.metadata();
        if (!texts.containsKey("training.steps")) {
            throw new IllegalArgumentException("%s is no checkpoint of a training: its metadata are %s"
                    .formatted(place.file(), texts.keySet()));
        }
        requireSame(texts, place);
        try {
            return restore(new Texts(texts), file);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is a damaged checkpoint: %s".formatted(place.file(), e.getMessage()), e);
        }
    }

    private void requireSame(Map<String, String> texts, CheckpointFile place) {
        String json = ModelFile.metadata(network).get("network");
        requireSame("network", texts.get("network"), json, place);
        settings.forEach((name, mine) -> requireSame(name, texts.get(SETTING + name), mine, place));
    }

    private static void requireSame(String what, @Nullable String theirs, @Nullable String mine, CheckpointFile place) {
        if (!Objects.equals(theirs, mine)) {
            throw new IllegalArgumentException("%s is the checkpoint of another training: its %s is %s, this one's is %s"
                    .formatted(place.file(), what, theirs, mine));
        }
    }

    private long restore(Texts texts, SafeTensors file) {
        meter.loss = texts.number("training.epoch.loss");
        meter.correct = texts.count("training.epoch.correct");
        meter.samples = texts.count("training.epoch.samples");
        meter.nanos = texts.count("training.epoch.nanos");
        rate.base(texts.number("training.learning_rate"));
        rate.course.restore(texts.numbersBelow(SCHEDULE));
        if (watch != null) {
            watch.bestValue = texts.number("training.best.value");
            watch.bestEpoch = (int) texts.count("training.best.epoch");
            watch.waited = (int) texts.count("training.best.waited");
        }
        tensors().forEach((name, tensor) -> tensor.set(file.tensor(name)));
        return texts.count("training.steps");
    }

    /// Numbers that were written as texts, so that every bit comes back.
    private record Texts(Map<String, String> texts) {
        double number(String name) {
            return Double.parseDouble(text(name));
        }

        long count(String name) {
            return Long.parseLong(text(name));
        }

        private String text(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new NumberFormatException("it has no '%s'".formatted(name));
            }
            return text;
        }

        Map<String, Double> numbersBelow(String prefix) {
            Map<String, Double> numbers = new TreeMap<>();
            texts.keySet().stream().filter(name -> name.startsWith(prefix))
                    .forEach(name -> numbers.put(name.substring(prefix.length()), number(name)));
            return numbers;
        }
    }
}
