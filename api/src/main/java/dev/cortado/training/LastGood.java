package dev.cortado.training;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Tensor;

/// What the network goes back to when a training diverges.
///
/// A step that is given up has not changed the weights yet, only buffers; those are kept from before each step. Should a step that
/// was taken have made a weight infinite, all parameters go back to a copy that is made, and looked at, now and
/// then. A copy takes as long as a step. So the next is made a quarter of the steps later that have been taken by then, which
/// is a fifth of all that would be lost, but after 100 steps at the earliest, and 1000 at the latest.
final class LastGood {
    private static final int QUARTER = 4, FEWEST_STEPS = 100, MOST_STEPS = 1000;

    private final Parameter[] parameters;
    private final Tensor[] copies;
    private final Tensor[] buffers;
    private long copied;
    private long next;

    LastGood(Parameter[] parameters) {
        this.parameters = parameters;
        this.copies = new Tensor[parameters.length];
        this.buffers = new Tensor[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            copies[i] = parameters[i].value().copy();
            buffers[i] = parameters[i].role() == Parameter.Role.BUFFER ? parameters[i].value().copy() : copies[i];
        }
    }

    /// Called before each step, and first before the first.
    void keep(long stepsTaken) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].role() == Parameter.Role.BUFFER) {
                buffers[i].set(parameters[i].value());
            }
        }
        if (stepsTaken >= next && allFinite()) {
            for (int i = 0; i < parameters.length; i++) {
                copies[i].set(parameters[i].value());
            }
            copied = stepsTaken;
            next = stepsTaken + Math.clamp(stepsTaken / QUARTER, FEWEST_STEPS, MOST_STEPS);
        }
    }

    private boolean allFinite() {
        for (Parameter parameter : parameters) {
            if (!parameter.value().isFinite()) {
                return false;
            }
        }
        return true;
    }

    /// Gives the network the copy, after a step was taken that should not have been, and says after how many steps that was made.
    long undo() {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i].set(copies[i]);
        }
        return copied;
    }

    /// Gives the network its last good parameters, after a step that was given up, and says after how many steps it had them.
    long restore(long stepsTaken) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].role() == Parameter.Role.BUFFER) {
                parameters[i].set(buffers[i]);
            }
        }
        return allFinite() ? stepsTaken : undo();
    }
}
