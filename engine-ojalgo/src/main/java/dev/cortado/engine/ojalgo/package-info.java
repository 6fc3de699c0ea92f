/// The engine `ojalgo`: the three matrix products are [ojAlgo](https://www.ojalgo.org)'s, everything else goes by the
/// defaults of [dev.cortado.engine.Kernels].
///
/// ojAlgo knows two kinds of matrices that are of use here. An `R032Store` is laid over a `float[]` without copying it, but
/// column by column: a row-major matrix seen that way is its own transpose, and a product is computed as (A·B)ᵀ = Bᵀ·Aᵀ, with
/// the operands in reverse order. A `RawStore` has a `double[]` for each row, so that operands and result are copied. From
/// two rows on it is still more than twice as fast, so this engine takes `R032Store` for vectors and rows for the rest.
///
/// ```java
/// try (Ops ops = Ops.open(new Ojalgo(1))) {
///     Tensor c = ops.multiply(a, b);
/// }
/// ```
///
/// The results have the same bits at any number of threads, before and after compilation: work is shared out by rows of the
/// result, and each element is summed in an order that the shape alone decides, with Java's plain arithmetic.
@NullMarked
package dev.cortado.engine.ojalgo;

import org.jspecify.annotations.NullMarked;
