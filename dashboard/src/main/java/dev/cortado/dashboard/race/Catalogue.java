package dev.cortado.dashboard.race;

import dev.cortado.activation.Activation;
import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.engine.Engine;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What there is to choose from, found on the class path.
public final class Catalogue {
    private final Plugins plugins;
    private final Garage garage;
    private final List<Samples> datasets;

    /// What these plug-ins offer.
    public Catalogue(Plugins plugins) {
        this.plugins = plugins;
        this.garage = new Garage(plugins);
        this.datasets = plugins.all(DatasetProvider.class).stream().map(Samples::new).sorted(Defaults.EASIEST_FIRST).toList();
    }

    Plugins plugins() {
        return plugins;
    }

    Garage garage() {
        return garage;
    }

    /// The data set of this name.
    ///
    /// @throws SettingException if there is none
    Samples dataset(String name) {
        return datasets.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
    }

    private SettingException unknown(String name) {
        String known = datasets.isEmpty()
                ? "there is none on the class path; cortado-datasets has some"
                : "there are: " + String.join(", ", datasets.stream().map(Samples::name).toList());
        return new SettingException("dataset", "There is no data set '%s'; %s".formatted(name, known));
    }

    /// The settings that a data set's race has if nothing is said.
    ///
    /// @throws SettingException if there is no such data set
    public RaceSettings defaults(String dataset) {
        return Defaults.of(dataset(dataset)).withEngines(garage.favourites());
    }

    /// The learning rate to take where none is given: the data set's, if it is for this optimizer, else the optimizer's own.
    ///
    /// @throws SettingException if there is no such optimizer
    public double learningRate(RaceSettings defaults, String optimizer) {
        return optimizer.equals(defaults.optimizer())
                ? defaults.learningRate()
                : RacePlan.plugin(plugins, Optimizer.class, "optimizer", optimizer).learningRate();
    }

    /// All of it, to be shown.
    public View view() {
        return new View(
                datasets.stream().map(this::offer).toList(),
                garage.engines().stream().map(Catalogue::offer).toList(),
                names(Optimizer.class), learningRates(), names(Loss.class), names(Activation.class), names(Layer.class));
    }

    private List<String> names(Class<? extends Plugin> kind) {
        return plugins.all(kind).stream().map(Plugin::name).sorted().toList();
    }

    private Map<String, Double> learningRates() {
        return plugins.all(Optimizer.class).stream().collect(Collectors.toMap(Plugin::name, Optimizer::learningRate));
    }

    private DatasetOffer offer(Samples samples) {
        Dataset training = samples.training();
        return new DatasetOffer(samples.name(), samples.name().toUpperCase(Locale.ROOT),
                ints(training.inputShape().toArray()), ints(training.targetShape().toArray()),
                training.size(), samples.test().size(), training.classes(), defaults(samples.name()));
    }

    private static List<Integer> ints(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static EngineOffer offer(Engine engine) {
        return new EngineOffer(engine.name(), Garage.title(engine), Garage.detail(engine),
                Plugins.unavailable(engine).isEmpty(), Plugins.unavailable(engine).orElse(null));
    }

    /// What there is.
    ///
    /// @param datasets the data sets, the easiest first
    /// @param engines the engines, those that race by default first
    /// @param optimizers names
    /// @param learningRates of each optimizer, its own
    /// @param losses names
    /// @param activations names
    /// @param layers names
    public record View(
            List<DatasetOffer> datasets, List<EngineOffer> engines, List<String> optimizers,
            Map<String, Double> learningRates, List<String> losses, List<String> activations, List<String> layers) {
    }

    /// A data set.
    ///
    /// @param name what it is asked for by
    /// @param title what it is called
    /// @param inputs the shape of a sample
    /// @param targets the shape of its target
    /// @param training how many samples there are to learn from
    /// @param test how many to be judged by
    /// @param classes what the classes are called
    /// @param defaults what is raced on it if nothing is said
    public record DatasetOffer(
            String name, String title, List<Integer> inputs, List<Integer> targets, int training, int test,
            List<String> classes, RaceSettings defaults) {
    }

    /// An engine.
    ///
    /// @param name what it is asked for by
    /// @param title what it is called
    /// @param detail its settings
    /// @param available whether it can run here
    /// @param reason why not
    public record EngineOffer(String name, String title, String detail, boolean available, @Nullable String reason) {
    }
}
