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
/// A network is saved into one safetensors file, [ModelFile], and loaded from it with nothing else at hand:
///
/// ```java
/// network.save(Path.of("xor.safetensors"));
/// Network same = Network.load(Path.of("xor.safetensors"));
/// same.predict(0, 1);                                // the same bits
/// System.out.print(same.summary());                  // layers, shapes, parameters, memory, FLOPs
/// same.freeze("0", "*.bias");                        // the first layer, and every bias
/// same.parameters().value("1.weight").get(0, 0);     // one number of it
/// ```
///
/// An [Architecture] is the description, a value; a [Network] is an architecture with its parameters. Whoever wants to
/// predict again and again takes a [Predictor].
@NullMarked
package dev.cortado.network;

import org.jspecify.annotations.NullMarked;
