package dev.cortado.classic;

import dev.cortado.data.Dataset;
import dev.cortado.evaluation.Metric;

/// By what early stopping judges.
///
/// @param score accuracy or R²
/// @param samples those set aside
record Judge(Metric score, Dataset samples) {
}
