/// Engines: who computes.
///
/// An [Engine] is a plug-in that opens [Kernels]: three matrix products, compiled formulas, and a few functions over rows.
/// Only the products must be written; everything else has a plain default, and an engine overrides what it does better.
/// Layers, losses and optimizers never see the kernels but [Ops], which checks shapes, owns the memory of a step and keeps
/// what was compiled.
///
/// The engine `plain` ([Plain]) is simple loops and the truth that the others are held against. A complete engine:
///
/// ```java
/// public record MyEngine() implements Engine {
///     public int priority() { return 5; }
///     public Kernels open() { return new MyKernels(); }
/// }
/// final class MyKernels implements Kernels {
///     public void multiply(Tensor a, Tensor b, Tensor result) { … }
///     public void multiplyTransposed(Tensor a, Tensor b, Tensor result) { … }
///     public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) { … }
/// }
/// ```
@NullMarked
package dev.cortado.engine;

import org.jspecify.annotations.NullMarked;
