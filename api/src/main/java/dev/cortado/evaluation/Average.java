package dev.cortado.evaluation;

/// How the figures of several classes become one.
public enum Average {
    /// The second of two classes alone, the positive one: an error with more classes.
    BINARY,
    /// The mean over the classes, each counting the same.
    MACRO,
    /// The figure of all decisions together, whatever their class.
    MICRO,
    /// The mean over the classes, each counting as often as it occurs.
    WEIGHTED
}
