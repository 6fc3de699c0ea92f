/// Evaluation: how good a network is on samples it was not trained on.
@NullMarked
package dev.cortado.evaluation;

import org.jspecify.annotations.NullMarked;
