package dev.cortado.testkit;

/// What every engine must keep, as tests. Its author signs in three lines:
///
/// ```java
/// class MyEngineTest implements EngineContract {
///     public Engine engine() { return new MyEngine(); }
/// }
/// ```
///
/// Every kernel is held against a twin that is summed in float64, on sizes and values at which fast loops go wrong, with the
/// bound that the sizes allow float32; one that does several things at once against those that do one each; and every
/// activation, loss and optimizer on the class path that `plain` can run, dense layers and those of images, against what it
/// makes of them.
/// Beyond that: operands stay as they are, equal inputs give equal bits at every run and on any number of threads, openings do
/// not disturb each other, and closing ends what was opened.
public interface EngineContract
        extends ProductContract, AffineContract, FormulaContract, OperatorContract, RowContract, SumContract, OpeningContract,
        AgreementContract {
}
