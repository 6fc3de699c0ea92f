/// Numbers in rows and columns: what flows through a network, and what a network learns.
///
/// A [Tensor] is a [Shape] laid over a `float[]`: dense, row-major, batch first. `[50, 784]` is a batch of 50 samples of
/// 784 numbers each; images are `[batch, channels, height, width]`. Nothing here computes: that is the engine's work.
///
/// ```java
/// Tensor points = Tensor.of(Shape.of(4, 2), 0, 0,  0, 1,  1, 0,  1, 1);
/// points.get(2, 0);          // 1.0: the third row, the first column
/// points.rows();             // 4
/// ```
///
/// A [Parameter] is a tensor with a name and a gradient that a training adjusts; [Parameters] are all those of a network,
/// found by paths such as `0.weight`.
@NullMarked
package dev.cortado.tensor;

import org.jspecify.annotations.NullMarked;
