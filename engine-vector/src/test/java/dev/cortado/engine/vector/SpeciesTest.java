package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Says which vectors the tests of this JVM ran on. The build runs the contract on the processor's own, on x86 once more on shorter ones, and on 512 bits whatever
/// the processor has.
class SpeciesTest {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

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

    @Test
    @EnabledIfSystemProperty(named = "cortado.test.species", matches = "\\d+")
    void vectorsAreAsLongAsTheBuildAsks() {
        assertThat(SPECIES.vectorBitSize()).isEqualTo(Integer.getInteger("cortado.test.species"));
    }
}
