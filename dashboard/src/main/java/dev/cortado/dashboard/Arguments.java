package dev.cortado.dashboard;

import dev.cortado.dashboard.race.Catalogue;
import dev.cortado.dashboard.race.RaceConflict;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.SettingException;
import dev.cortado.dashboard.terminal.HeadlessRace;
import dev.cortado.plugin.Plugins;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the program.
@Command(name = "dashboard", mixinStandardHelpOptions = true, versionProvider = Arguments.Versions.class, sortOptions = false,
        usageHelpWidth = 110,
        description = "Races engines that train the same network, in a browser or on the terminal.",
        footer = {"", "Every option of a race has a default that fits the data set.", "",
                "  --race mnist --epochs 2              starts the server and the race at once",
                "  --race mnist --epochs 2 --headless   no server: a progress bar and a table",
                "  --race xor --json                    no server: the table as one JSON object a line"})
final class Arguments implements Callable<Integer> {
    private static final int BAD_ARGUMENTS = 2;
    private static final int FAILURE = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7070",
            description = "where the server listens, on 127.0.0.1 alone; 0 for any free port (default: 7070)")
    private int port;

    @Option(names = "--race", paramLabel = "DATASET", description = "start a race at once: xor, mnist, …")
    private @Nullable String race;

    @Option(names = "--network", paramLabel = "LAYERS", description = "such as \"dense(4, tanh), dense(1)\"")
    private @Nullable String network;

    @Option(names = "--loss", paramLabel = "LOSS", description = "such as cross_entropy")
    private @Nullable String loss;

    @Option(names = "--optimizer", paramLabel = "OPTIMIZER", description = "such as adam or \"sgd(momentum=0.9)\"")
    private @Nullable String optimizer;

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "of the optimizer")
    private @Nullable Double learningRate;

    @Option(names = "--batch-size", paramLabel = "N", description = "samples in a mini-batch")
    private @Nullable Integer batchSize;

    @Option(names = "--seed", paramLabel = "N", description = "of the initial weights and the order of samples")
    private @Nullable Long seed;

    @Option(names = "--epochs", paramLabel = "N", description = "how often every sample is seen")
    private @Nullable Integer epochs;

    @Option(names = "--engines", paramLabel = "NAME", split = ",",
            description = "who races: vector,ojalgo (default: the two best that can run here)")
    private @Nullable List<String> engines;

    @Option(names = "--headless", description = "race on the terminal, without a server")
    private boolean headless;

    @Option(names = "--json", description = "headless, and the table as one JSON object a line")
    private boolean json;

    static int run(String... args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dev/cortado/dashboard/logback.xml");
        }
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Arguments())
                .setParameterExceptionHandler((e, _) -> refuse(e.getCommandLine().getErr(), String.valueOf(e.getMessage()), BAD_ARGUMENTS))
                .setExecutionExceptionHandler(
                        (e, command, _) -> refuse(command.getErr(), String.valueOf(e.getMessage()), FAILURE));
    }

    private static int refuse(PrintWriter err, String message, int code) {
        err.println(message);
        if (code == BAD_ARGUMENTS) {
            err.println("--help lists the options.");
        }
        err.flush();
        return code;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw bad("--port: 0 to 65535, not " + port);
        }
        if (race == null && (headless || json || asksForSettings())) {
            throw bad("Say what to race: --race xor, for example");
        }
        return headless || json ? raceOnTheTerminal() : serve();
    }

    private boolean asksForSettings() {
        return network != null || loss != null || optimizer != null || learningRate != null || batchSize != null
                || seed != null || epochs != null || engines != null;
    }

    private int raceOnTheTerminal() {
        Catalogue catalogue = new Catalogue(Plugins.load());
        HeadlessRace headlessRace = new HeadlessRace(catalogue, out(), err());
        try {
            return headlessRace.run(settings(catalogue), json) ? 0 : FAILURE;
        } catch (SettingException e) {
            throw bad(e);
        }
    }

    private int serve() throws InterruptedException {
        try (Dashboard dashboard = Dashboard.open(port)) {
            if (race != null) {
                dashboard.race(settings(dashboard.track().catalogue()));
            }
            out().println("Cortado dashboard at %s (Ctrl-C ends it)".formatted(dashboard.address()));
            out().flush();
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(dashboard::close));
            ended.await();
            return 0;
        } catch (SettingException e) {
            throw bad(e);
        }
    }

    private RaceSettings settings(Catalogue catalogue) {
        RaceSettings defaults = catalogue.defaults(or(race, ""));
        String rule = or(optimizer, defaults.optimizer());
        return new RaceSettings(defaults.dataset(), or(network, defaults.network()), or(loss, defaults.loss()), rule,
                learningRate == null ? catalogue.learningRate(defaults, rule) : learningRate,
                or(batchSize, defaults.batchSize()), or(seed, defaults.seed()), or(epochs, defaults.epochs()),
                defaults.pace(), or(engines, defaults.engines()));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private ParameterException bad(SettingException e) {
        String option = e.field().equals("dataset") ? "race" : e.field().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return bad("--%s: %s".formatted(option, e.sentence()));
    }

    private ParameterException bad(String message) {
        return new ParameterException(command(), message);
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("Only picocli makes these");
        }
        return spec.commandLine();
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private PrintWriter err() {
        return command().getErr();
    }

    /// What `--version` prints.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Cortado " + Version.current()};
        }
    }
}
