package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Engine;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckJarTest {
    private static final String ACTIVATION = "import dev.cortado.activation.*; import dev.cortado.expression.*; ";
    private static final String SWISH = ACTIVATION + """
            public record Swish(double beta) implements Activation {
                public Swish() { this(1); }
                public Expression apply(Expression x) { return x.times(x.times(beta).sigmoid()); }
            }""";
    private static final String WRONG = ACTIVATION + """
            public record Wrong() implements Activation, ScalarFunction {
                public Expression apply(Expression x) { return x.call(this); }
                public double value(double x) { return x * x; }
                public double slope(double x) { return x; }
            }""";
    private static final String THROWS = ACTIVATION + """
            public record Throws() implements Activation {
                public Throws { throw new IllegalStateException("no licence"); }
                public Expression apply(Expression x) { return x; }
            }""";
    private static final String FOREIGN = ACTIVATION + """
            public record Foreign() implements Activation {
                public Expression apply(Expression x) { return x.plus(Expression.input("other")); }
            }""";
    private static final String TWIN = """
            import dev.cortado.engine.*;
            public record Twin() implements Engine {
                public int priority() { return -1; }
                public Kernels open() { return new Plain().open(); }
            }""";
    private static final String LOST = """
            import dev.cortado.engine.*;
            public record Lost() implements Engine {
                public int priority() { return -1; }
                public java.util.Optional<String> unavailable() { throw new NoClassDefFoundError("org/fast/Matrix"); }
                public Kernels open() { throw new AssertionError("opened in spite of all"); }
            }""";
    private static final String TIMES = """
            import dev.cortado.layer.*; import dev.cortado.tensor.*; import dev.cortado.plugin.Setting;
            public record Times(@Setting(required = true, above = 3) double factor, @Setting(required = true) Shape only) implements Layer {
                public Times() { this(0, Shape.of()); }
                public Shape outputShape(Shape input) {
                    if (!input.equals(only)) throw new IllegalArgumentException("only " + only);
                    return input;
                }
                public Pass forward(Tensor input, Parameters parameters, Step step) {
                    return new Pass(times(input, step), gradient -> times(gradient, step));
                }
                private Tensor times(Tensor a, Step step) {
                    Tensor result = step.ops().tensor(a.shape());
                    for (int i = 0; i < a.elements(); i++) result.data()[i] = (float) (factor * a.data()[i]);
                    return result;
                }
            }""";

    @TempDir
    private Path folder;

    private int code;

    private String check(Path jar, String... examples) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] arguments = new String[examples.length + 1];
        arguments[0] = jar.toString();
        System.arraycopy(examples, 0, arguments, 1, examples.length);
        code = CheckJar.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private StrangersJar jar() {
        return new StrangersJar(folder);
    }

    @Test
    void aJarThatKeepsItsPromisesIsToldSo() throws IOException {
        Path jar = jar().type("Swish", SWISH).services(Activation.class.getName(), "Swish # the only one").write("swish.jar");
        assertThat(check(jar)).contains("Activation swish: keeps all").contains("all is well");
        assertThat(code).isZero();
    }

    @Test
    void examplesAreCheckedInPlaceOfDefaults() throws IOException {
        Path jar = jar().type("Swish", SWISH).services(Activation.class.getName(), "Swish").write("swish.jar");
        assertThat(check(jar, "swish(2)", "swish(0.5)")).contains("swish(0.5): keeps all").contains("swish(2): keeps all")
                .doesNotContain("swish:");
        assertThat(code).isZero();
    }

    @Test
    void brokenPromisesAreToldAndEndInOne() throws IOException {
        Path jar = jar().type("Swish", SWISH).type("Wrong", WRONG)
                .services(Activation.class.getName(), "Swish", "Wrong").write("mixed.jar");
        assertThat(check(jar)).contains("Activation swish: keeps all").containsPattern("Activation wrong: breaks \\d+ of \\d+ promises")
                .contains("- the derivative is the slope of the value").contains("The derivative of Wrong[] at").contains("1 of 2 are broken");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void aSoundEngineIsNotJudgedByABrokenPluginBesideIt() throws IOException {
        Path jar = jar().type("Twin", TWIN).type("Foreign", FOREIGN)
                .services(Engine.class.getName(), "Twin").services(Activation.class.getName(), "Foreign").write("beside.jar");
        assertThat(check(jar)).contains("Engine twin: keeps all").containsPattern("Activation foreign: breaks \\d+ of \\d+ promises")
                .contains("1 of 2 are broken");
    }

    @Test
    void aSoundPluginIsNotJudgedByAnEngineThatCannotBeAsked() throws IOException {
        Path jar = jar().type("Swish", SWISH).type("Lost", LOST)
                .services(Activation.class.getName(), "Swish").services(Engine.class.getName(), "Lost").write("lost.jar");
        assertThat(check(jar)).contains("Activation swish: keeps all").contains("Broken: lost cannot be used here")
                .contains("org/fast/Matrix").contains("1 of 2 are broken");
    }

    @Test
    void whatCannotEvenBeLoadedIsToldWithItsCause() throws IOException {
        Path jar = jar().type("Throws", THROWS)
                .services(Activation.class.getName(), "Throws", "org.example.Gone", "no class!").write("broken.jar");
        assertThat(check(jar)).contains("Broken: Throws").contains("no licence").contains("Broken: org.example.Gone")
                .contains("no such class").contains("no class!").contains("3 of 3 are broken");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void aNameThatIsTakenAlreadyIsTold() throws IOException {
        Path jar = jar().type("Relu", SWISH.replace("Swish", "Relu")).services(Activation.class.getName(), "Relu").write("clash.jar");
        assertThat(check(jar)).contains("Broken: relu").contains("dev.cortado.activation.Relu");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void requiredSettingsAreGuessedOrAskedFor() throws IOException {
        Path jar = jar().type("Times", TIMES).services(Layer.class.getName(), "Times").write("times.jar");
        assertThat(check(jar)).contains("Layer times(4, [6]): keeps all");
        Path picky = jar().type("Times", TIMES.replace("above = 3", "above = 100")).services(Layer.class.getName(), "Times")
                .write("picky.jar");
        assertThat(check(picky)).contains("times cannot be tried").contains("times(…)");
        assertThat(code).isEqualTo(1);
        assertThat(check(picky, "times(101, [3, 4])")).contains("times(101, [3, 4]): keeps all");
        assertThat(code).isZero();
    }

    @Test
    void filesOfKindsThatDoNotExistAreTold() throws IOException {
        Path jar = jar().type("Swish", SWISH).services("dev.cortado.activations.Activation", "Swish")
                .services("java.lang.Runnable", "Swish").write("typo.jar");
        assertThat(check(jar)).contains("dev.cortado.activations.Activation: there is no such kind").doesNotContain("Runnable");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void kindsThatTheJarBringsMustExist() throws IOException {
        Path jar = jar().type("Swish", SWISH).type("Gadget", "public interface Gadget extends dev.cortado.plugin.Plugin { }")
                .services(Activation.class.getName(), "Swish").file("META-INF/cortado/kinds", "Gadget", "Gadgett", "Swish").write("kinds.jar");
        assertThat(check(jar)).contains("Broken: Gadgett").contains("no such kind").contains("Broken: Swish").contains("is no kind of plug-in")
                .doesNotContain("Broken: Gadget ").contains("2 of 3 are broken");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whereThereIsNothingToCheckItEndsInTwo() throws IOException {
        assertThat(check(jar().services(Loss.class.getName(), "# nothing").write("empty.jar"))).contains("names no plug-in");
        assertThat(code).isEqualTo(2);
        assertThat(check(Files.writeString(folder.resolve("text.jar"), "hello"))).contains("cannot be read as a jar");
        assertThat(code).isEqualTo(2);
        check(folder.resolve("missing.jar"));
        assertThat(code).isEqualTo(2);
        assertThat(CheckJar.run(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))).isEqualTo(2);
    }

    @Test
    void aProcessEndsWithTheVerdict() throws IOException, InterruptedException {
        Path jar = jar().type("Wrong", WRONG).services(Activation.class.getName(), "Wrong").write("wrong.jar");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(java.toString(), "-cp", System.getProperty("java.class.path"),
                CheckJar.class.getName(), jar.toString())).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output).content().contains("Activation wrong: breaks");
    }
}
