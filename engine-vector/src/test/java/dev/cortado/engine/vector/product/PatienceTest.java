package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void whatOneEngineHasDoneAnotherNeedNotDoAgain() {
        Patience.shared(Long.MAX_VALUE).spend(1);
        assertThat(Patience.shared(1).isOver()).isTrue();
        assertThat(Patience.shared(Long.MAX_VALUE).isOver()).isFalse();
    }

    @Test
    void itsOwnEndsWithWhatItHasSpentItself() {
        Patience patience = Patience.own(2);
        patience.spend(1);
        assertThat(patience.isOver()).isFalse();
        patience.spend(1);
        assertThat(patience.isOver()).isTrue();
    }
}
