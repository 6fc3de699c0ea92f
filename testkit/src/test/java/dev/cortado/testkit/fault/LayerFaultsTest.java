package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.layer.Layer;
import dev.cortado.testkit.LayerContract;
import dev.cortado.testkit.fault.FaultyLayer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a layer may get wrong, and which test finds it.
class LayerFaultsTest {
    private static final ScopedValue<Layer> LAYER = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "WRONG_INPUT_FACTOR,      theInputGradientIsTheSlope",
        "FORGETS_THE_LAST_SAMPLE, theParameterGradientsAreTheSlopes",
        "WRITES_ITS_GRADIENT,     parameterGradientsAreAddedToWhatIsThere",
        "OVERWRITES_ITS_INPUT,    nothingThatItIsGivenChanges",
        "OVERWRITES_THE_GRADIENT, nothingThatItIsGivenChanges",
        "COUNTS_IN_INFERENCE,     nothingThatItIsGivenChanges",
        "WRONG_SHAPE,             theOutputHasTheShapeThatItSays",
        "RANDOM_IN_INFERENCE,     equalSeedsGiveEqualResultsAndInferenceNeedsNone",
        "UNSEEDED,                equalSeedsGiveEqualResultsAndInferenceNeedsNone",
        "LOOKS_AT_OTHER_SAMPLES,  inInferenceABatchIsItsSamplesOneByOne",
        "KEEPS_A_TENSOR,          nothingOfAStepIsKept",
        "ASSUMES_ZEROS,           equalSeedsGiveEqualResultsAndInferenceNeedsNone",
        "OTHER_OUTPUT_ALONE,      theOutputAloneIsTheOutput",
        "NAMES_TWO_ALIKE,         itsParametersHaveNamesOfTheirOwn"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(LAYER, new FaultyLayer(fault)).run(() -> assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(LAYER, new FaultyLayer()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements LayerContract {
        @Override
        public Layer layer() {
            return LAYER.get();
        }
    }
}
