package dev.cortado.dashboard.race;

/// What a network says of every point of a square.
///
/// @param size the number of cells along one side
/// @param from where the square begins, on both axes
/// @param to where it ends
/// @param values the outputs at the middle of each cell in Base64, a byte each, 0 to 255 for 0 to 1; row by row, the smallest
///     x₂ first
/// @param border heights in Base64 in the same order, 16 bits with sign each, the low byte first: above 0 on the side of class
///     1, below it on that of class 0, in a unit that suits those beside the border; others are cut off
public record Boundary(int size, double from, double to, String values, String border) {
}
