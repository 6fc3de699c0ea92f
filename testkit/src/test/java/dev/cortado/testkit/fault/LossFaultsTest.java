package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.loss.Loss;
import dev.cortado.testkit.LossContract;
import dev.cortado.testkit.fault.FaultyLoss.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a loss may get wrong, and which test finds it.
class LossFaultsTest {
    private static final ScopedValue<Loss> LOSS = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "FORGETS_THE_MEAN,          theSameSamplesTwiceHaveTheSameLoss",
        "FORGETS_THE_MEAN,          theLossOfABatchIsTheMeanOfItsSamples",
        "COUNTS_BATCHES,            theLossOfABatchIsTheMeanOfItsSamples",
        "WRONG_FACTOR,              theGradientIsTheSlope",
        "IGNORES_WEIGHTS,           aSampleOfWeightTwoCountsTwiceAndOneOfWeightNoneNotAtAll",
        "DOES_NOT_SHARE_WEIGHTS,    equalWeightsAreNoWeights",
        "MISSES_ITS_TARGET,         itIsSmallestWhereThePredictionIsRight",
        "OVERWRITES_THE_PREDICTION, nothingThatItIsGivenChanges",
        "ADDS_TO_THE_GRADIENT,      theGradientIsTheSlope",
        "OVERFLOWS,                 predictionsFarOutGiveFiniteNumbers"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(LOSS, new FaultyLoss(fault)).run(() -> assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(LOSS, new FaultyLoss()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements LossContract {
        @Override
        public Loss loss() {
            return LOSS.get();
        }
    }
}
