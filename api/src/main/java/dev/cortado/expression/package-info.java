/// Element-wise mathematics, written once and run everywhere.
///
/// An [Expression] is a formula such as `x · sigmoid(x)`, held as an immutable graph. It can say what it is (as text and
/// as LaTeX), be evaluated, and differentiate itself:
///
/// ```java
/// Expression.Input x = Expression.input("x");
/// Expression sigmoid = x.sigmoid();
/// sigmoid.derivative(x).toString();      // "sigmoid(x) · (1 − sigmoid(x))"
/// ```
///
/// Activations, element-wise losses and the rules of optimizers are expressions. A [Formula] is one or several of them
/// made ready to run over whole tensors: their distinct nodes in the order of computation, each written down once. An engine
/// compiles a formula into a kernel; what the formula does to one element it does to all, in IEEE 754 float arithmetic, node
/// by node.
@NullMarked
package dev.cortado.expression;

import org.jspecify.annotations.NullMarked;
