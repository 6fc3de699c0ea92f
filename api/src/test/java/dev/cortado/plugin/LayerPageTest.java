package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Plain;
import dev.cortado.layer.Layer;
import dev.cortado.network.Network;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That the layer on the page of the package `layer` is what it says: complete, found, and able to learn.
class LayerPageTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = "package org.example; import dev.cortado.initializer.Ones; import dev.cortado.layer.*; "
            + "import dev.cortado.tensor.*; import dev.cortado.tensor.Parameter.Role; import java.util.List; ";

    @TempDir
    private Path folder;

    private static String example() throws IOException {
        Path page = PluginJar.root(LayerPageTest.class).resolve("../../src/main/java/dev/cortado/layer/package-info.java");
        String text = String.join("\n", Files.readAllLines(page).stream().map(line -> line.replaceFirst("^/// ?", "")).toList());
        return BLOCK.matcher(text).results().map(block -> block.group(1)).findFirst().orElseThrow();
    }

    @Test
    void theLayerOnThePageLearnsAFactor() throws IOException {
        PluginJar.compile(folder, Map.of("org.example.Scale", IMPORTS + example()), "-cp", PluginJar.root(Plugin.class).toString());
        Path services = folder.resolve("META-INF/services/" + Layer.class.getName());
        Files.createDirectories(services.getParent());
        Files.writeString(services, "org.example.Scale");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Plugin.class.getClassLoader());
                Network network = Network.input(2).plugins(Plugins.load(loader)).layers("scale").optimizer("sgd(0.3)").build(1)) {
            Tensor inputs = Tensor.of(Shape.of(2, 2), 1, 2, 2, 1);
            Tensor targets = Tensor.of(Shape.of(2, 2), 3, -2, 6, -1);
            Training.of(network).data(TensorDataset.of(inputs, targets)).batchSize(2).epochs(100).seed(1).engine(new Plain()).run();
            assertThat(network.parameters().value("0.factor").data()).containsExactly(new float[] {3, -1}, offset(1e-4f));
        }
    }
}
