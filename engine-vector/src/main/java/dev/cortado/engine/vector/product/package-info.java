/// Matrix products on the JDK's Vector API: a·b, a·bᵀ and += aᵀ·b for row-major `float[]`.
///
/// [dev.cortado.engine.vector.product.Products] is the door. What happens behind it depends on the shape, and for zeros on what A holds, which no bit shows:
///
/// - a **tiny** product (XOR's 4×2 · 2×4) is three plain loops, so that short work never touches the Vector API, which is slow until it is compiled;
/// - a **single row** times a matrix reads the matrix once: with the sums in registers, or four rows at a time if it is wide, or without the rows that would meet zeros;
/// - an A with **many zeros in the same places**, as images have, leaves them out: four rows by a wide strip at a time;
/// - the product of a **mini-batch** and a layer that is not wide is computed *straight* from where both lie, a strip of columns with all its rows in one call, and by a
///   copy of the tile for just these sizes if they come often;
/// - everything else is cut into blocks that fit the caches, blocks into *panels* of rows and *strips* of columns, and a *tile* computes one by the
///   other in registers while k runs. A few last columns may be *turned*, so that vectors run down the rows.
///
/// The first products of a process, by whatever engine, are computed by plain loops, whatever their shape, until they have done so much that compiling vector loops
/// is worth it (`Patience`); then tiles are tasted until the compiler has taken them, and plain loops do their work meanwhile. So a short training is over before uncompiled vector code
/// would be.
///
/// Every element of C is one sum with k ascending, one fused multiply-add a step, whichever tile computes it. That is why the bits do not depend on how rows or
/// columns are shared between threads, nor on the length of this machine's vectors. (Only tiny products multiply and add in two steps; they are tiny for everyone.)
/// A layer that learns from many inputs has the sum of two such products, of half the steps each: see `HalvedProduct`.
///
/// The blocking is that of Goto and van de Geijn, *Anatomy of High-Performance Matrix Multiplication* (ACM TOMS 34, 2008).
@NullMarked
package dev.cortado.engine.vector.product;

import org.jspecify.annotations.NullMarked;
