package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.DatasetProvider;
import dev.cortado.testkit.DatasetContract;
import dev.cortado.testkit.fault.FaultyDataset.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a data set may get wrong, and which test finds it.
class DatasetFaultsTest {
    private static final ScopedValue<DatasetProvider> PROVIDER = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "IGNORES_WHO_IS_ASKED_FOR,  aBatchIsItsSamplesOneByOne",
        "IGNORES_WHERE_TO_BEGIN,    onlyThePlacesThatAreNamedAreDrawn",
        "SORTS_THE_NUMBERS,         onlyThePlacesThatAreNamedAreDrawn",
        "FORGETS_THE_LAST_TARGET,   thereAreSamplesOfNumbers",
        "CHANGES_FROM_DRAW_TO_DRAW, everyDrawGivesTheSame",
        "CHANGES_FROM_DRAW_TO_DRAW, oneDatasetServesSeveralThreads",
        "NAMES_A_CLASS_TOO_MUCH,    targetsAreOfTheNamedClasses",
        "ANSWERS_TWO_CLASSES,       targetsAreOfTheNamedClasses",
        "HOLDS_NAN,                 thereAreSamplesOfNumbers",
        "IGNORES_THE_ROW,           aPartOfABatchIsWrittenToItsRowsAlone",
        "JUDGES_BY_ANOTHER_SHAPE,   bothSetsAreOfOneKind"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(PROVIDER, new FaultyDataset(fault)).run(() ->
                assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(PROVIDER, new FaultyDataset()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements DatasetContract {
        @Override
        public DatasetProvider provider() {
            return PROVIDER.get();
        }
    }
}
