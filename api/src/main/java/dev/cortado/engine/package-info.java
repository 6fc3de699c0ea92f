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
///
/// final class MyKernels implements Kernels {
///     public void multiply(Tensor a, Tensor b, Tensor result) {
///         result.fill(0);
///         add(a.rows(), b.columns(), a.columns(), a.data(), a.columns(), 1, b.data(), b.columns(), 1, result.data());
///     }
///
///     public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
///         result.fill(0);
///         add(a.rows(), b.rows(), a.columns(), a.data(), a.columns(), 1, b.data(), 1, b.columns(), result.data());
///     }
///
///     public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
///         add(a.columns(), b.columns(), a.rows(), a.data(), 1, a.columns(), b.data(), b.columns(), 1, sum.data());
///     }
///
///     // sum += a · b, of m × k and k × n; a row further in a is aRow places further, a column aColumn
///     private static void add(int m, int n, int k, float[] a, int aRow, int aColumn, float[] b, int bRow, int bColumn, float[] sum) {
///         for (int i = 0; i < m; i++) {
///             for (int j = 0; j < n; j++) {
///                 float total = sum[i * n + j];
///                 for (int l = 0; l < k; l++) {
///                     total += a[i * aRow + l * aColumn] * b[l * bRow + j * bColumn];
///                 }
///                 sum[i * n + j] = total;
///             }
///         }
///     }
/// }
/// ```
///
/// With the line `my.package.MyEngine` in `META-INF/services/dev.cortado.engine.Engine`, it computes wherever no engine of a
/// higher priority can run, or where it is asked for: `-Dcortado.engine=my_engine`, `Training.of(network).engine(new MyEngine())`.
/// `EngineContract` of the testkit holds it to `plain`.
@NullMarked
package dev.cortado.engine;

import org.jspecify.annotations.NullMarked;
