package dev.cortado.benchmarks;

import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import java.util.List;

/// The networks that all peers train on MNIST.
public enum Work {
    /// 784-100-10, sigmoid, gradient descent.
    W1("sgd(0.1)", 50, List.of("flatten", "dense(100, sigmoid)", "dense(10)")),
    /// 784-512-256-10, ReLU, Adam.
    W2("adam(0.001)", 128, List.of("flatten", "dense(512, relu)", "dense(256, relu)", "dense(10)")),
    /// Two convolutions with max-pooling, 128-10, ReLU, Adam.
    W3("adam(0.001)", 64, List.of("conv2d(8, 5, activation=relu)", "max_pool2d", "conv2d(16, 5, activation=relu)", "max_pool2d",
            "flatten", "dense(128, relu)", "dense(10)"));

    private final int batchSize;
    private final String optimizer;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> layers;

    Work(String optimizer, int batchSize, List<String> layers) {
        this.optimizer = optimizer;
        this.batchSize = batchSize;
        this.layers = layers;
    }

    /// How many samples a step learns from.
    public int batchSize() {
        return batchSize;
    }

    /// The network at the start.
    public Network network(Plugins plugins, long seed) {
        return Network.input(1, 28, 28).plugins(plugins).layers(layers.toArray(String[]::new))
                .loss("cross_entropy").optimizer(optimizer).build(seed);
    }
}
