/// The engine `ojalgo`: the three matrix products on ojAlgo's `R032Store`, everything else by the defaults of
/// [dev.cortado.engine.Kernels].
///
/// An `R032Store` is column-major and can be laid over a `float[]` without copying it. A row-major matrix seen that way is
/// its own transpose, and a product is computed as (A·B)ᵀ = Bᵀ·Aᵀ: the operands are handed over in reverse order, and
/// neither is copied.
///
/// ```java
/// try (Ops ops = Ops.open(new Ojalgo(1))) {
///     Tensor c = ops.multiply(a, b);
/// }
/// ```
///
/// The results have the same bits at any number of threads and before and after compilation: ojAlgo shares a product out by
/// rows of the result, and computes each element in one fixed order without fused multiply-adds.
@NullMarked
package dev.cortado.engine.ojalgo;

import org.jspecify.annotations.NullMarked;
