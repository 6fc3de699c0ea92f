/// What is done row by row: sums, softmax, and softmax with cross-entropy.
///
/// Rows are short (ten classes) or long (a thousand); a vector fits neither, and adding up across the lanes of a vector is slow. So rows are worked in three
/// passes over a block that stays in the cache: plain loops find each row's maximum and subtract it, *one* compiled formula takes the exponential
/// of the whole block, with no regard to where rows end, and plain loops finish. Sums run in eight strands, so that an addition need not wait for the one before it,
/// which are joined in a fixed order.
@NullMarked
package dev.cortado.engine.vector.rows;

import org.jspecify.annotations.NullMarked;
