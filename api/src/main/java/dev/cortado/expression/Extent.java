package dev.cortado.expression;

/// How far the numbers of an input reach when a formula runs over a matrix.
public enum Extent {
    /// One number for every element.
    FULL,
    /// One row, used again for every row: a bias.
    ROW,
    /// One number for every row, used again for all its columns: a sample's weight.
    COLUMN
}
