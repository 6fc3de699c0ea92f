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
/// A contract holds what it tests against something simpler: kernels against sums in float64 ([EngineContract]), gradients
/// against central differences ([ActivationContract], [LayerContract], [LossContract]), an optimizer against the way downhill
/// ([OptimizerContract]). Its messages name the plug-in, the size and the element. Whatever runs on an engine is run on every
/// engine on the class path that can run there, and they must agree.
///
/// One class can sign for many plug-ins:
///
/// ```java
/// @ParameterizedClass
/// @MethodSource("all")
/// record MyActivationsTest(Activation activation) implements ActivationContract {
///     static Stream<Activation> all() { return Stream.of(new Swish(), new Swish(2)); }
/// }
/// ```
@NullMarked
package dev.cortado.testkit;

import org.jspecify.annotations.NullMarked;
