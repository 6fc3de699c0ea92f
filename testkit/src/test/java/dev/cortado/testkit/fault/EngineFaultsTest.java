package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Engine;
import dev.cortado.testkit.EngineContract;
import dev.cortado.testkit.reference.ReferenceContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an engine may get wrong, and which test finds it.
class EngineFaultsTest {
    private static final ScopedValue<EngineFault> FAULT = ScopedValue.newInstance();
    /// Names a folder of cases; that must find nothing amiss, but need not find these faults.
    private static final String FOLDER = "cortado.golden";

    @ParameterizedTest
    @CsvSource({
        "SKIPS_THE_TAIL_OF_A_ROW,            productsAreRightAtAwkwardSizes",
        "FORGETS_THE_LAST_TERM,              productsAreRightAtAwkwardSizes",
        "GOES_ONE_ROW_TOO_FAR,               productsAreRightAtAwkwardSizes",
        "ADDS_TO_OLD_RESULTS,                productsAreRightAtAwkwardSizes",
        "OVERWRITES_AN_OPERAND,              productsAreRightAtAwkwardSizes",
        "SKIPS_ZEROS,                        productsSkipNothingSoThatZeroTimesNanIsNan",
        "DEPENDS_ON_THE_THREADS,             theNumberOfThreadsDoesNotChangeABit",
        "CHANGES_FROM_RUN_TO_RUN,            equalInputsGiveEqualBitsEveryTime",
        "WRITES_BEFORE_ALL_IS_READ,          allInputsAreReadBeforeAnyOutputIsWritten",
        "KEEPS_THE_FIRST_ROW,                aKernelSeesWhatItsOperandsHoldNow",
        "COMPUTES_TANH_ROUGHLY,              everyOperatorIsRightAtAwkwardSizes",
        "COMPUTES_TANH_ROUGHLY,              activationsAreWhatTheirFormulasSay",
        "FORGETS_THE_SCALARS,                rowsColumnsAndScalarsReachWhereTheyShould",
        "FORGETS_THE_SCALARS,                lossesAgreeWithPlain",
        "FORGETS_THE_SCALARS,                optimizersAgreeWithPlain",
        "FORGETS_THE_ROW_IN_A_FUSED_PRODUCT, denseLayersAgreeWithPlain",
        "LEAVES_A_THREAD,                    closingEndsEveryThreadThatWasBegun",
        "FORGETS_THE_LAST_THING,             workThatIsSharedIsDoneOnceAndItsExceptionsAreThrown",
        "FORGETS_WORK_AHEAD,                 workAheadIsDoneOnceWhenItIsFinishedAndItsExceptionsAreThrownThen",
        "GOES_ON_WITH_CANCELLED_WORK,        workAheadThatIsCancelledIsLeftAlone",
        "OVERFLOWS_IN_SOFTMAX,               softmaxOfLargeNumbersDoesNotOverflow",
        "FORGETS_THE_SMOOTHING,              crossEntropyIsRightAtAwkwardSizes",
        "SUMS_IN_FLOAT,                      longSumsKeepTheirDigits",
        "OVERLOOKS_THE_LAST_ELEMENT,         whatIsNotFiniteIsFoundWhereverItIs",
        "OVERLOOKS_THE_LAST_ELEMENT,         affineGradientsThatAreNotFiniteAreFoundOnAnyNumberOfThreads",
        "FORGETS_THE_GRADIENT_OF_A_BIAS,     affineGradientsHaveTheBitsOfAProductAndASum",
        "FORGETS_THE_ROW_IN_A_FUSED_PRODUCT, zerosMayBeLeftOutOfAProductByWhatIsFinite",
        "FORGETS_THE_ROW_IN_A_FUSED_PRODUCT, aFormulaOnAProductIsAppliedToEveryElement"})
    void aFaultIsFound(EngineFault fault, String test) {
        ScopedValue.where(FAULT, fault).run(() -> assertThat(Verdict.failures(Signed.class, test)).containsOnlyKeys(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(FAULT, EngineFault.NONE).run(() -> assertThat(Verdict.failures(Signed.class,
                "productsSkipNothingSoThatZeroTimesNanIsNan", "equalInputsGiveEqualBitsEveryTime",
                "allInputsAreReadBeforeAnyOutputIsWritten", "aKernelSeesWhatItsOperandsHoldNow",
                "everyOperatorIsRightAtAwkwardSizes", "activationsAreWhatTheirFormulasSay",
                "softmaxOfLargeNumbersDoesNotOverflow", "crossEntropyIsRightAtAwkwardSizes",
                "longSumsKeepTheirDigits", "workThatIsSharedIsDoneOnceAndItsExceptionsAreThrown",
                "workAheadIsDoneOnceWhenItIsFinishedAndItsExceptionsAreThrownThen", "workAheadThatIsCancelledIsLeftAlone",
                "whatIsNotFiniteIsFoundWhereverItIs", "affineGradientsHaveTheBitsOfAProductAndASum",
                "affineGradientsThatAreNotFiniteAreFoundOnAnyNumberOfThreads", "lossesAgreeWithPlain", "optimizersAgreeWithPlain",
                "denseLayersAgreeWithPlain")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "COMPUTES_TANH_ROUGHLY,              activationsAgree",
        "FORGETS_THE_SMOOTHING,              lossesAgree",
        "FORGETS_THE_LAST_TERM,              layersAgree",
        "FORGETS_THE_ROW_IN_A_FUSED_PRODUCT, trainingsAgree",
        "WRITES_BEFORE_ALL_IS_READ,          optimizersAgree"})
    void aFaultIsFoundByTheReferenceCases(EngineFault fault, String test) {
        String given = System.clearProperty(FOLDER);
        try {
            ScopedValue.where(FAULT, fault).run(() ->
                    assertThat(Verdict.failures(SignedReference.class, test)).containsOnlyKeys(test));
        } finally {
            if (given != null) {
                System.setProperty(FOLDER, given);
            }
        }
    }

    static class Signed implements EngineContract {
        private final EngineFault fault = FAULT.get();

        @Override
        public Engine engine() {
            return new FaultyEngine(fault, 2);
        }
    }

    static class SignedReference implements ReferenceContract {
        @Override
        public Engine engine() {
            return new FaultyEngine(FAULT.get(), 1);
        }
    }
}
