package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.initializer.Initializer;
import dev.cortado.testkit.InitializerContract;
import dev.cortado.testkit.fault.FaultyInitializer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an initializer may get wrong, and which test finds it.
class InitializerFaultsTest {
    private static final ScopedValue<Initializer> INITIALIZER = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "LEAVES_THE_LAST_ELEMENT,   everyElementIsWrittenAndFinite",
        "STARTS_AT_INFINITY,        everyElementIsWrittenAndFinite",
        "ADDS_TO_WHAT_IS_THERE,     whatWasThereDoesNotMatter",
        "OVERFLOWS_WITH_LARGE_FANS, fansOfAnySizeGiveFiniteNumbers",
        "UNSEEDED,                  equalSeedsGiveEqualBits",
        "COUNTS_ITS_CALLS,          equalSeedsGiveEqualBits",
        "COUNTS_ITS_CALLS,          oneInitializerServesSeveralThreads",
        "IGNORES_THE_SEED,          randomNumbersComeFromTheSeed"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(INITIALIZER, new FaultyInitializer(fault)).run(() ->
                assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(INITIALIZER, new FaultyInitializer()).run(() ->
                assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements InitializerContract {
        @Override
        public Initializer initializer() {
            return INITIALIZER.get();
        }
    }
}
