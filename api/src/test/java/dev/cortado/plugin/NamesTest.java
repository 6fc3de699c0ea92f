package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"Relu, relu", "LeakyRelu, leaky_relu", "Conv2d, conv2d", "MaxPool2d, max_pool2d", "Relu6, relu6",
        "beta1, beta1", "learningRate, learning_rate", "LSTM, lstm", "GlobalAvgPool2d, global_avg_pool2d"})
    void javaNamesTurnIntoSnakeCase(String java, String text) {
        assertThat(Names.snakeCase(java)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "conv2d", "max_pool2d", "beta1", "x"})
    void snakeCaseIsAName(String name) {
        assertThat(Names.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Relu", "2d", "_x", "x_", "a__b", "leaky relu", "relu(", "größe", "a-b"})
    void anythingElseIsNone(String name) {
        assertThat(Names.isName(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.2, 0.2", "1e-8, 1e-8", "1e7, 1e7", "123456789, 1.23456789e8", "-0.0, -0.0", "0, 0", "-3, -3",
        "100000, 100000", "1.7976931348623157e308, 1.7976931348623157e308"})
    void numbersAreWrittenBrieflyAndReadTheSame(double number, String text) {
        assertThat(Names.number(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @Test
    void kindsHaveTheirArticle() {
        assertThat(Names.withArticle(dev.cortado.activation.Activation.class)).isEqualTo("an activation");
        assertThat(Names.withArticle(dev.cortado.data.DatasetProvider.class)).isEqualTo("a dataset provider");
    }
}
