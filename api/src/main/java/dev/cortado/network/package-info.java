/// Networks: layers with their numbers, described in Java or in JSON.
///
/// ```java
/// Network network = Network.input(2)
///         .layers("dense(4, tanh)", "dense(1)")
///         .loss("binary_cross_entropy")
///         .optimizer("adam(0.05)")
///         .build(1);
/// ```
///
/// An [Architecture] is the description, a value; a [Network] is an architecture with its parameters. Whoever wants to
/// predict again and again takes a [Predictor].
@NullMarked
package dev.cortado.network;

import org.jspecify.annotations.NullMarked;
