/// The kit for authors of plug-ins: contracts to sign, as JUnit interfaces.
///
/// Whoever writes an engine, an activation, a layer, a loss or an optimizer signs the contract of its kind in three lines, and
/// has every promise that the kind makes tested:
///
/// ```java
/// class MyEngineTest implements EngineContract {
///     public Engine engine() { return new MyEngine(); }
/// }
/// ```
///
/// A contract holds what it tests against something simpler: a kernel against sums in float64 ([EngineContract]), a gradient
/// against central differences. Its messages name the plug-in, the size and the element.
@NullMarked
package dev.cortado.testkit;

import org.jspecify.annotations.NullMarked;
