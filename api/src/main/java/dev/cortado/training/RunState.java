package dev.cortado.training;

import dev.cortado.network.ModelFile;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
    /// @param most how many steps there can have been
    /// @throws IllegalArgumentException if the file is no checkpoint, or a damaged one, or one of another training; no parameter is changed then
    long restore(SafeTensors file, CheckpointFile place, long most) {
        Map<String, String> texts = file.metadata();
        if (!texts.containsKey("training.steps")) {
            throw new IllegalArgumentException("%s is no checkpoint of a training: its metadata are %s"
                    .formatted(place.file(), texts.keySet()));
        }
        requireSame(texts, place);
        try {
            return restore(new Texts(texts), file, most);
        } catch (IllegalArgumentException e) {
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

    /// The tensors come last, when nothing can fail any more.
    private long restore(Texts texts, SafeTensors file, long most) {
        long steps = texts.count("training.steps", most);
        meter.loss = texts.number("training.epoch.loss");
        meter.correct = texts.whole("training.epoch.correct");
        meter.samples = texts.count("training.epoch.samples", Long.MAX_VALUE);
        meter.nanos = texts.count("training.epoch.nanos", Long.MAX_VALUE);
        rate.base(texts.number("training.learning_rate"));
        rate.course.restore(texts.numbersBelow(SCHEDULE));
        if (watch != null) {
            watch.bestValue = texts.number("training.best.value");
            watch.bestEpoch = (int) texts.count("training.best.epoch", Integer.MAX_VALUE);
            watch.waited = (int) texts.count("training.best.waited", Integer.MAX_VALUE);
        }
        tensors().forEach((name, tensor) -> requireShape(name, file.tensor(name).shape(), tensor.shape()));
        tensors().forEach((name, tensor) -> tensor.set(file.tensor(name)));
        return steps;
    }

    private static void requireShape(String name, Shape theirs, Shape mine) {
        if (!theirs.equals(mine)) {
            throw new IllegalArgumentException("its tensor '%s' is %s, this training's is %s".formatted(name, theirs, mine));
        }
    }

    /// Numbers that were written as texts, so that every bit comes back.
    private record Texts(Map<String, String> texts) {
        double number(String name) {
            return parsed(name, Double::parseDouble, "number");
        }

        /// A whole number from 0 to `most`.
        long count(String name, long most) {
            long number = whole(name);
            if (number < 0 || number > most) {
                throw new IllegalArgumentException("its '%s' is %s, and should be from 0 to %s".formatted(name, number, most));
            }
            return number;
        }

        long whole(String name) {
            return parsed(name, Long::parseLong, "whole number");
        }

        private <T> T parsed(String name, Function<String, T> parser, String what) {
            String text = text(name);
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("its '%s' is '%s', which is no %s".formatted(name, text, what), e);
            }
        }

        private String text(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("it has no '%s'".formatted(name));
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
