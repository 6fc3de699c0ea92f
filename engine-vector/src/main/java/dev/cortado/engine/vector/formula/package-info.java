/// Element-wise formulas, each compiled into one loop of vector code.
///
/// A [dev.cortado.engine.vector.formula.FormulaKernel] is made of a [dev.cortado.expression.Formula] in three steps: `Lowering` keeps what the outputs need and
/// rewrites what can be had for less; `LoopWriter` writes the loop with the JDK's class-file API, copying the polynomials of `VectorFunctions` into it;
/// `Operands` and `ChunkRunner` bring the tensors into the form that the loop takes.
///
/// For short work none of that happens: vector code is slow until it is compiled, and writing it takes time. So a formula begins with plain loops over
/// `ScalarFunctions`, which do the same steps on single numbers and give the same bits. Once enough elements have gone by, the vector loop is written, and takes over when
/// it is compiled (`RipeningLoop`).
@NullMarked
package dev.cortado.engine.vector.formula;

import org.jspecify.annotations.NullMarked;
