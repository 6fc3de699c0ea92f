package dev.cortado.dashboard.race;

/// A sample in the plane, and what the network says of it.
///
/// @param x its first number
/// @param y its second
/// @param target what was wanted
/// @param output what came out
public record Point(double x, double y, double target, double output) {
}
