/// The kit for authors of plug-ins: contracts to sign, as JUnit interfaces, and a program that checks a finished jar.
///
/// Whoever writes a plug-in signs the contract of its kind in three lines, and has every promise that the kind makes tested:
///
/// ```java
/// class SwishTest implements ActivationContract {
///     public Activation activation() { return new Swish(1.5); }
/// }
/// ```
///
/// That takes the artifact `cortado-testkit` in the test scope, which brings JUnit and AssertJ along, and the plug-in's own
/// services file on the class path. There is an [ActivationContract], a [LayerContract], a [LossContract], an
/// [OptimizerContract], a [ScheduleContract], an [InitializerContract], a [DatasetContract] and an [EngineContract].
///
/// A contract holds what it tests against something simpler: kernels against sums in float64, gradients against central
/// differences, an optimizer and a schedule against the way downhill, a batch against its samples one by one. It looks at
/// what is forgotten most easily: kinks and large values, inputs that are overwritten, tensors that are kept beyond their
/// step, seeds, threads, the text and JSON forms, a model file, a short run that must lower the loss. Its messages name the
/// plug-in, the size and the element. Whatever runs on an engine is run on every engine on the class path that can run there,
/// and they must agree.
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
///
/// A finished jar is checked without writing a test, by [CheckJar]: each plug-in that its services files name is put through
/// the contract of its kind.
///
/// ```text
/// java -cp 'lib/*:swish.jar' dev.cortado.testkit.CheckJar swish.jar
/// ```
@NullMarked
package dev.cortado.testkit;

import org.jspecify.annotations.NullMarked;
