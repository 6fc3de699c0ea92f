package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Engine;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.network.Architecture;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import java.util.List;

/// The settings of a race, looked up, checked and ready to go.
///
/// @param settings as they were given
/// @param training the samples to learn from
/// @param test the samples to be judged by
/// @param start the network that every lane starts from
/// @param engines a lane for each
/// @param facts what follows from it all
record RacePlan(
        RaceSettings settings, Dataset training, Dataset test, Network start, List<Engine> engines, Facts facts) {
    private static final long MOST_PARAMETERS = 10_000_000;
    private static final long LARGEST_SEED = (1L << 53) - 1;
    private static final int MOST_LANES = 4;

    /// @throws SettingException for the first setting that cannot be used
    static RacePlan of(RaceSettings settings, Catalogue catalogue) {
        Samples dataset = catalogue.dataset(settings.dataset());
        Dataset training = dataset.training();
        checkNumbers(settings, training);
        List<Engine> engines = engines(settings.engines(), catalogue.garage());
        List<String> texts = LayerList.split(settings.network());
        Architecture architecture = architecture(settings, texts, training, catalogue.plugins());
        Facts facts = Facts.of(architecture, texts, training, settings.batchSize());
        return new RacePlan(settings, training, dataset.test(), Network.of(architecture, settings.seed()), engines, facts);
    }

    private static void checkNumbers(RaceSettings settings, Dataset training) {
        require(settings.learningRate() > 0 && Double.isFinite(settings.learningRate()), "learningRate",
                "A learning rate is a number above 0, not " + settings.learningRate());
        require(settings.batchSize() >= 1 && settings.batchSize() <= training.size(), "batchSize",
                "A batch has 1 to %d samples, as many as there are in %s, not %d"
                        .formatted(training.size(), settings.dataset(), settings.batchSize()));
        require(settings.seed() >= -LARGEST_SEED && settings.seed() <= LARGEST_SEED, "seed",
                "A seed is a whole number from -%d to %d, which a browser can tell apart, not %d"
                        .formatted(LARGEST_SEED, LARGEST_SEED, settings.seed()));
        require(settings.epochs() >= 1 && settings.epochs() <= 1_000_000, "epochs",
                "A race has 1 to 1000000 epochs, not " + settings.epochs());
        require(settings.pace() >= 0 && Double.isFinite(settings.pace()), "pace",
                "A pace is a number of steps a second, or 0 for as fast as it goes, not " + settings.pace());
    }

    private static List<Engine> engines(List<String> names, Garage garage) {
        require(!names.isEmpty() && names.size() <= MOST_LANES, "engines",
                "A race has 1 to %d engines, not %d".formatted(MOST_LANES, names.size()));
        require(names.stream().distinct().count() == names.size(), "engines",
                "Each engine has one lane: %s names one twice".formatted(String.join(", ", names)));
        return names.stream().map(garage::get).toList();
    }

    private static Architecture architecture(RaceSettings settings, List<String> texts, Dataset data, Plugins plugins) {
        List<Layer> layers = texts.stream().map(text -> plugin(plugins, Layer.class, "network", text)).toList();
        Loss loss = plugin(plugins, Loss.class, "loss", settings.loss());
        Optimizer optimizer = plugin(plugins, Optimizer.class, "optimizer", settings.optimizer());
        Architecture architecture = fitting(data.inputShape(), layers, loss, optimizer);
        Shape output = architecture.output();
        require(output.equals(data.targetShape()), "network", "The network's last layer gives %s, but %s wants %s"
                .formatted(output, settings.dataset(), data.targetShape()));
        long parameters = parameters(architecture);
        require(parameters <= MOST_PARAMETERS, "network", "The network has %d parameters; a race takes up to %d"
                .formatted(parameters, MOST_PARAMETERS));
        return architecture;
    }

    private static Architecture fitting(Shape input, List<Layer> layers, Loss loss, Optimizer optimizer) {
        try {
            return new Architecture(input, layers, loss, optimizer);
        } catch (IllegalArgumentException e) {
            throw new SettingException("network", String.valueOf(e.getMessage()));
        }
    }

    private static long parameters(Architecture architecture) {
        try {
            return Facts.parameters(architecture);
        } catch (IllegalArgumentException e) {
            throw new SettingException("network", String.valueOf(e.getMessage()));
        }
    }

    static <P extends Plugin> P plugin(Plugins plugins, Class<P> kind, String field, String text) {
        try {
            P plugin = plugins.get(kind, text);
            Plugins.check(plugin);
            return plugin;
        } catch (IllegalArgumentException e) {
            throw new SettingException(field, String.valueOf(e.getMessage()));
        }
    }

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw new SettingException(field, message);
        }
    }
}
