package dev.cortado.classic;

/// Where a minimisation ended.
///
/// @param loss the value there
/// @param iterations how many steps it took
/// @param reason why it stopped
/// @param converged whether that is a good reason
record Minimum(double loss, int iterations, String reason, boolean converged) {
}
