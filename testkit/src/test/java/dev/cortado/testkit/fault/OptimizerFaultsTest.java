package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.optimizer.Optimizer;
import dev.cortado.testkit.OptimizerContract;
import dev.cortado.testkit.fault.FaultyOptimizer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an optimizer may get wrong, and which test finds it.
class OptimizerFaultsTest {
    private static final ScopedValue<Optimizer> OPTIMIZER = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "GOES_UPHILL,                  itLowersAQuadratic",
        "IGNORES_ITS_STATE,            itUsesItsState",
        "HIDES_ITS_STATE,              itsStateIsAllThatItRemembers",
        "KEEPS_ITS_STATE_IN_THE_ARENA, equalRunsGiveEqualBitsAndAllEnginesAgree",
        "TRAINS_WHAT_IS_FROZEN,        whatIsNotTrainableIsLeftAlone",
        "DECAYS_BIASES,                withoutAGradientABiasStays",
        "IGNORES_THE_LEARNING_RATE,    theLearningRateOfTheStepCounts",
        "COUNTS_STEPS,                 theStepMattersAsItSays",
        "DIVIDES_BY_THE_GRADIENT,      withoutAGradientABiasStays"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(OPTIMIZER, new FaultyOptimizer(fault, 0.05)).run(() ->
                assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(OPTIMIZER, new FaultyOptimizer()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements OptimizerContract {
        @Override
        public Optimizer optimizer() {
            return OPTIMIZER.get();
        }
    }
}
