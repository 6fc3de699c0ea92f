package dev.cortado.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
    @TempDir
    private Path folder;

    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Engines.class.getName());
    private final Handler handler = new Listener(logged);

    public record Fast(int threads) implements Engine {
        public Fast() {
            this(1);
        }

        @Override
        public int priority() {
            return 20;
        }

        @Override
        public Kernels open() {
            return new PlainKernels();
        }
    }

    public record Able() implements Engine {
        @Override
        public int priority() {
            return 20;
        }

        @Override
        public Kernels open() {
            return new PlainKernels();
        }
    }

    public record Flagged() implements Engine {
        @Override
        public int priority() {
            return 30;
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.of("add the flag --fly");
        }

        @Override
        public Kernels open() {
            throw new AssertionError("opened in spite of all");
        }
    }

    public record Broken() implements Engine {
        @Override
        public int priority() {
            return 40;
        }

        @Override
        public Optional<String> unavailable() {
            throw new NoClassDefFoundError("org/fast/Matrix");
        }

        @Override
        public Kernels open() {
            throw new AssertionError("opened in spite of all");
        }
    }

    @BeforeEach
    void listen() {
        System.clearProperty(Engines.PROPERTY);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        System.clearProperty(Engines.PROPERTY);
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    /// The engines of api and these.
    private Plugins plugins(Class<?>... engines) throws IOException {
        Path file = folder.resolve("META-INF/services/" + Engine.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Arrays.stream(engines).map(Class::getName).collect(Collectors.joining("\n")));
        return Plugins.load(new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
    }

    @Test
    void withoutAnyOtherItIsPlain() throws IOException {
        assertThat(Engines.choose(plugins())).isEqualTo(new Plain());
        assertThat(logged).isEmpty();
    }

    @Test
    void theHighestPriorityWins() throws IOException {
        assertThat(Engines.choose(plugins(Fast.class))).isEqualTo(new Fast());
    }

    @Test
    void equalPrioritiesGoByName() throws IOException {
        assertThat(Engines.choose(plugins(Fast.class, Able.class))).isEqualTo(new Able());
    }

    @Test
    void whatCannotRunIsSkippedAndLoggedWithItsReason() throws IOException {
        assertThat(Engines.choose(plugins(Fast.class, Flagged.class, Broken.class))).isEqualTo(new Fast());
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).startsWith("WARNING The engine 'broken' is skipped: ").contains("org/fast/Matrix");
        assertThat(logged.get(1)).isEqualTo("WARNING The engine 'flagged' is skipped: add the flag --fly");
    }

    public record Fickle() implements Engine {
        private static int asked;

        @Override
        public int priority() {
            return 30;
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.of("cause " + asked++ / 3);
        }

        @Override
        public Kernels open() {
            throw new AssertionError("opened in spite of all");
        }
    }

    @Test
    void eachReasonIsLoggedOnceHoweverOftenAnEngineIsChosen() throws IOException {
        for (int i = 0; i < 6; i++) {
            Engines.choose(plugins(Fickle.class));
        }
        assertThat(logged).containsExactly("WARNING The engine 'fickle' is skipped: cause 0", "WARNING The engine 'fickle' is skipped: cause 1");
    }

    @Test
    void theSystemPropertyNamesTheEngineInTextForm() throws IOException {
        Plugins plugins = plugins(Fast.class);
        System.setProperty(Engines.PROPERTY, "plain");
        assertThat(Engines.choose(plugins)).isEqualTo(new Plain());
        System.setProperty(Engines.PROPERTY, "fast(threads=2)");
        assertThat(Engines.choose(plugins)).isEqualTo(new Fast(2));
        System.setProperty(Engines.PROPERTY, " ");
        assertThat(Engines.choose(plugins)).isEqualTo(new Fast(1));
    }

    @Test
    void anArgumentOverridesTheProperty() throws IOException {
        System.setProperty(Engines.PROPERTY, "plain");
        assertThat(Engines.choose(plugins(Fast.class), "fast(3)")).isEqualTo(new Fast(3));
    }

    @Test
    void anUnknownEngineListsTheKnown() throws IOException {
        Plugins plugins = plugins(Fast.class);
        System.setProperty(Engines.PROPERTY, "plane");
        assertThatThrownBy(() -> Engines.choose(plugins)).isInstanceOf(PluginException.class)
                .hasMessage("There is no engine 'plane'. Did you mean 'plain'? Known are fast, plain");
    }

    @Test
    void whoAsksForOneThatCannotRunIsToldWhy() throws IOException {
        Plugins plugins = plugins(Flagged.class);
        assertThatThrownBy(() -> Engines.choose(plugins, "flagged")).isInstanceOf(PluginException.class)
                .hasMessage("The engine 'flagged' cannot run here: add the flag --fly");
        System.setProperty(Engines.PROPERTY, "flagged");
        assertThatThrownBy(() -> Engines.choose(plugins)).isInstanceOf(PluginException.class)
                .hasMessage("The engine 'flagged' cannot run here: add the flag --fly");
    }

    private static final class Listener extends Handler {
        private final List<String> logged;

        Listener(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @Test
    @SuppressWarnings("NullAway") // The fault that is to be found.
    void anEngineThatGivesNoKernelsIsNamed() {
        Engine none = new Engine() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public int priority() {
                return 0;
            }

            @Override
            public Kernels open() {
                return null;
            }
        };
        assertThatThrownBy(() -> Ops.open(none)).isInstanceOf(IllegalStateException.class).hasMessageContaining("'none'").hasMessageContaining("null");
    }
}
