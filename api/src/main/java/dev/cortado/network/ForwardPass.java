package dev.cortado.network;

import dev.cortado.layer.Pass;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// What came out of a network in one step, and the way back through all its layers.
public final class ForwardPass {
    private final Tensor output;
    private final Pass.Back[] ways;
    private final List<Parameters> scopes;

    ForwardPass(Tensor output, Pass.Back[] ways, List<Parameters> scopes) {
        this.output = output;
        this.ways = ways;
        this.scopes = scopes;
    }

    /// The logits: what the loss takes.
    public Tensor output() {
        return output;
    }

    /// Goes back from the gradient of the output through the layers in reverse and adds to the gradients of all trainable
    /// parameters. Below the lowest of them nothing is computed.
    public void backward(Tensor outputGradient) {
        int lowest = lowestTrainable();
        Tensor gradient = outputGradient;
        for (int i = ways.length - 1; i >= lowest; i--) {
            if (scopes.get(i).trainable()) {
                ways[i].addParameterGradients(gradient);
            }
            if (i > lowest) {
                gradient = ways[i].inputGradient(gradient);
            }
        }
    }

    private int lowestTrainable() {
        int layer = 0;
        while (layer < ways.length && !scopes.get(layer).trainable()) {
            layer++;
        }
        return layer;
    }
}
