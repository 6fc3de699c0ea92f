/// Constraints: what weights must keep to while they are learned.
///
/// A [Constraint] is applied after each step to the parameters it was chosen for. It is a plug-in:
///
/// ```java
/// public record Clamped(@Setting(above = 0) double limit) implements Constraint {
///     public Clamped() { this(1); }
///     public void apply(Tensor value, Ops ops) {
///         for (int i = 0; i < value.elements(); i++) {
///             value.data()[i] = (float) Math.clamp(value.data()[i], -limit, limit);
///         }
///     }
/// }
/// ```
///
/// With the line `my.package.Clamped` in `META-INF/services/dev.cortado.constraint.Constraint`, it is found as `clamped(2)`.
@NullMarked
package dev.cortado.constraint;

import org.jspecify.annotations.NullMarked;
