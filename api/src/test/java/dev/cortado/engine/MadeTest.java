package dev.cortado.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.LeakyRelu;
import dev.cortado.activation.Relu;
import org.junit.jupiter.api.Test;

final class MadeTest {
    private final Made made = new Made();

    @Test
    void equalKeysShareWhatWasMade() {
        made.put(String.class, new LeakyRelu(0.1), "a tenth");
        made.put(String.class, new LeakyRelu(0.2), "a fifth");
        made.put(String.class, new Relu(), "nothing");
        assertThat(made.get(String.class, new LeakyRelu(0.1))).isEqualTo("a tenth");
        assertThat(made.get(String.class, new LeakyRelu(0.2))).isEqualTo("a fifth");
        assertThat(made.get(String.class, new Relu())).isEqualTo("nothing");
        assertThat(made.get(String.class, new LeakyRelu(0.3))).isNull();
    }

    @Test
    void oneKeyHasThingsOfSeveralTypes() {
        made.put(String.class, "key", "text");
        made.put(Integer.class, "key", 1);
        assertThat(made.get(String.class, "key")).isEqualTo("text");
        assertThat(made.get(Integer.class, "key")).isEqualTo(1);
        assertThat(made.get(Long.class, "key")).isNull();
    }

    /// What two classes say of each other does not count: for records that would be the first question of a process.
    @Test
    void asksAKeyForNeitherItsHashCodeNorWhetherItEqualsAnotherClass() {
        made.put(String.class, new Silent(), "silent");
        made.put(String.class, new Empty(), "empty");
        Silent other = new Silent();
        made.put(String.class, other, "other");
        made.put(String.class, "key", "text");
        assertThat(made.get(String.class, other)).isEqualTo("other");
        assertThat(made.get(String.class, "key")).isEqualTo("text");
        assertThat(made.get(String.class, new Empty())).isEqualTo("empty");
    }

    private record Empty() {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked whether it equals another");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked for its hash code");
        }
    }

    private static final class Silent {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked whether it equals another");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked for its hash code");
        }
    }
}
