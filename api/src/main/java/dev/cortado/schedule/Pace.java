package dev.cortado.schedule;

/// What a schedule counts.
public enum Pace {
    /// Steps: the rate may change from one mini-batch to the next.
    STEP,
    /// Epochs: the rate stays the same throughout each.
    EPOCH
}
