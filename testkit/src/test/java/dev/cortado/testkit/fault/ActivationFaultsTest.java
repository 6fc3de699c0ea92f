package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;
import dev.cortado.testkit.ActivationContract;
import dev.cortado.testkit.fault.FaultyActivation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an activation may get wrong, and which test finds it.
class ActivationFaultsTest {
    private static final ScopedValue<Activation> ACTIVATION = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "WRONG_FACTOR,                   theDerivativeIsTheSlopeOfTheValue",
        "WRONG_FACTOR,                   theWayBackIsTheSlopeOfTheWayForward",
        "RIGHT_ONLY_FOR_POSITIVE_INPUTS, theDerivativeIsTheSlopeOfTheValue",
        "RIGHT_ONLY_FOR_POSITIVE_INPUTS, theWayBackIsTheSlopeOfTheWayForward",
        "WRONG_AT_LARGE_INPUTS,          theDerivativeIsTheSlopeOfTheValue",
        "INFINITY_OVER_INFINITY,         largeInputsGiveNoNan",
        "OVERFLOWS,                      largeInputsGiveNoNan"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(ACTIVATION, new FaultyActivation(fault)).run(() ->
                assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(ACTIVATION, new FaultyActivation()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    @Test
    void onlyWhatTheServicesFileNamesIsFound() {
        ScopedValue.where(ACTIVATION, new Unregistered()).run(() -> assertThat(Verdict.failures(Signed.class))
                .containsOnlyKeys("itIsFoundByItsName", "itsTextFormReadsBackEqual", "itsJsonFormReadsBackEqual",
                        "aNetworkWithItIsSavedAndLoaded"));
    }

    record Unregistered() implements Activation {
        @Override
        public Expression apply(Expression x) {
            return x.tanh();
        }
    }

    static class Signed implements ActivationContract {
        @Override
        public Activation activation() {
            return ACTIVATION.get();
        }
    }
}
