package dev.cortado.dashboard.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Drawn(double one, List<Double> more) {
    }

    private record Given(double rate, double pace) {
    }

    private record Both(Drawn drawn, Given given) {
    }

    @Test
    void whatIsDrawnHasAFewDigitsAndWhatIsGivenAll() {
        Json json = new Json(Given.class);
        Both both = new Both(new Drawn(0.0123456789, List.of(1 / 3.0, Double.NaN)), new Given(0.0123456789, 100));
        assertThat(json.write(both)).isEqualTo(
                "{\"drawn\":{\"one\":0.0123457,\"more\":[0.333333,null]},\"given\":{\"rate\":0.0123456789,\"pace\":100}}");
    }
}
