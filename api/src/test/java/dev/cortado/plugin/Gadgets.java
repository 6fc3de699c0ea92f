package dev.cortado.plugin;

import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plug-ins for these tests, found as a stranger's are: through services files, which [#load] writes.
final class Gadgets {
    private Gadgets() {
    }

    public interface Gadget extends Plugin {
    }

    public interface RoundGadget extends Gadget {
    }

    public interface Motor extends Plugin {
    }

    public record Button() implements Gadget {
    }

    public record Ball() implements RoundGadget {
    }

    public record Knob(@Setting(min = 0, below = 1) double turn, boolean smooth) implements Gadget {
        public Knob() {
            this(0.5, true);
        }
    }

    public record Lever(@Setting(required = true, min = 1) int arms, double learningRate) implements Gadget {
        public Lever() {
            this(0, 0.1);
        }
    }

    public enum Finish { MATT, HIGH_GLOSS }

    public record Panel(int width, long serial, float weight, double height, String label, Finish finish,
            @Setting(min = 0, max = 100) Shape shape, @Setting(min = 1) List<Integer> holes, Optional<Integer> price, @Nullable String note) implements Gadget {
        public Panel() {
            this(1, 2, 3, 4, "plain", Finish.MATT, Shape.of(1, 2), List.of(3), Optional.empty(), null);
        }
    }

    public record Machine(Motor motor, List<Gadget> parts, RoundGadget round) implements Gadget {
        public Machine() {
            this(new Electric(), List.of(), new Ball());
        }
    }

    /// A type with a text form of its own.
    public record Padding(List<Integer> sides) {
        public static Padding valueOf(String text) {
            if (text.equals("same")) {
                return new Padding(List.of());
            }
            if (!text.startsWith("[")) {
                throw new IllegalArgumentException("padding is same or a list");
            }
            return new Padding(List.of(text.substring(1, text.length() - 1).split(", ")).stream().map(Integer::valueOf).toList());
        }

        @Override
        public String toString() {
            return sides.isEmpty() ? "same" : sides.toString();
        }
    }

    public record Pad(Padding padding) implements Gadget {
        public Pad() {
            this(new Padding(List.of()));
        }
    }

    public record Picky(int even) implements Gadget {
        public Picky() {
            this(2);
        }

        public Picky {
            if (even % 2 != 0) {
                throw new IllegalArgumentException(even + " is odd");
            }
        }
    }

    public record Electric(double volts) implements Motor {
        public Electric() {
            this(12);
        }
    }

    public record AdamW() implements Motor {
        @Override
        public String name() {
            return "adamw";
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.of("it needs --steam");
        }
    }

    /// All of them, through services files in a folder.
    static Plugins load(Path folder) throws IOException {
        return load(folder, Button.class, Ball.class, Knob.class, Lever.class, Panel.class, Machine.class, Pad.class,
                Picky.class, Electric.class, AdamW.class);
    }

    @SafeVarargs
    static Plugins load(Path folder, Class<? extends Plugin>... types) throws IOException {
        for (Class<? extends Plugin> type : types) {
            Class<? extends Plugin> kind = Motor.class.isAssignableFrom(type) ? Motor.class : Gadget.class;
            Path file = folder.resolve("META-INF/services/" + kind.getName());
            Files.createDirectories(file.getParent());
            Files.writeString(file, type.getName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return Plugins.load(new URLClassLoader(new URL[] {folder.toUri().toURL()}, Gadgets.class.getClassLoader()));
    }
}
