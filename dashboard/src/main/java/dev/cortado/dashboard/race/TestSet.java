package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// A test set as a judge reads it: looks at the lights before each batch, so that a race which is to end need not wait for
/// all of them.
record TestSet(Dataset samples, Lights lights) implements Dataset {
    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Shape inputShape() {
        return samples.inputShape();
    }

    @Override
    public Shape targetShape() {
        return samples.targetShape();
    }

    @Override
    public void draw(int[] chosen, int from, int to, Tensor inputs, Tensor targets) {
        lights.requirePatience();
        samples.draw(chosen, from, to, inputs, targets);
    }

    @Override
    public void draw(int[] chosen, int from, int to, Tensor inputs, Tensor targets, int row) {
        lights.requirePatience();
        samples.draw(chosen, from, to, inputs, targets, row);
    }

    @Override
    public boolean weighted() {
        return samples.weighted();
    }

    @Override
    public float weight(int sample) {
        return samples.weight(sample);
    }

    @Override
    public List<String> classes() {
        return samples.classes();
    }
}
