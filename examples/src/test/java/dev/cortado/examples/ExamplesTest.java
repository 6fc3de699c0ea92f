package dev.cortado.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void thePerceptronTakesTheLecturesForwardStepLearnsAndAndNotXor() throws Exception {
        String output = output(Perceptron.class);
        assertThat(output).contains("g(1 + 3·(−1) − 2·2) = g(−6) = −1").contains("3 of 4 is the best");
        String and = output.substring(output.indexOf("AND"), output.indexOf("XOR"));
        assertThat(and).contains("4 of 4");
        assertThat(output.substring(output.indexOf("XOR"))).doesNotContain("4 of 4\n");
    }

    @Test
    void xorIsLearnedByBothNetworks() throws Exception {
        assertThat(output(Xor.class).lines().filter(line -> line.matches(" +500 +0\\.\\d+ +100 %"))).hasSize(2);
    }

    @Test
    void mnistPrintsALossPerEpochAndReadsADigit() throws Exception {
        String output = output(MnistMlp.class, "1");
        assertThat(output).contains("79,510 parameters").contains("Test digit 0 is a 7; the network reads a 7")
                .containsPattern("\\n +1 +0\\.\\d{4} +0\\.\\d{4} +9\\d\\.\\d\\d %").contains("█");
    }

    @Test
    void aConvolutionalNetworkReadsDigitsBetterAfterOneEpoch() throws Exception {
        String output = output(MnistConvolution.class, "1");
        assertThat(output).contains("Trainable 435,770").containsPattern("\\n +1 +0\\.\\d{4} +9[789]\\.\\d\\d %");
    }

    @Test
    void aCustomActivationTrainsOnBothEngines() throws Exception {
        String output = output(CustomActivation.class);
        assertThat(output).contains("swish(x)  = x · sigmoid(x)")
                .containsPattern("ojalgo +loss 0\\.0\\d+, accuracy 100 %").containsPattern("vector +loss 0\\.0\\d+, accuracy 100 %")
                .containsPattern("differ by at most \\d\\.\\de[-+]\\d\\d");
    }

    private static String output(Class<?> example, String... args) throws Exception {
        Child child = Child.run(Child.VECTOR_API, Child.classPath(entry -> true), example, args);
        assertThat(child.exitCode()).as(child.output()).isZero();
        return child.output();
    }
}
