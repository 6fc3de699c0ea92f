/// Classic: scikit-learn's multi-layer perceptrons, for whoever knows them or wants a model in three lines.
@NullMarked
package dev.cortado.classic;

import org.jspecify.annotations.NullMarked;
