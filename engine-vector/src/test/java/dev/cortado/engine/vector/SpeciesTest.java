package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Says which vectors the tests of this JVM ran on. The build runs the contract on the processor's own, and on x86 once more on shorter ones.
class SpeciesTest {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    @Test
    void theSpeciesIsSaid() {
        System.out.println("engine-vector is tested on " + SPECIES);
        assertThat(SPECIES.length()).isGreaterThanOrEqualTo(2);
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    @EnabledIfSystemProperty(named = "cortado.test.bits", matches = "\\d+")
    void vectorsAreNoLongerThanTheBuildAllows() {
        assertThat(SPECIES.vectorBitSize()).isLessThanOrEqualTo(Integer.getInteger("cortado.test.bits"));
    }
}
