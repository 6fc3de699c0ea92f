package dev.cortado.dashboard.browser;

import dev.cortado.dashboard.Dashboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the banner says of a race.
@InChromium
class FindingIT {
    private final Dashboard dashboard = Dashboard.open(0);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xor | dense(1)                      | a single line cannot separate these four points.
            xor | dense(4), dense(1, sigmoid)   | a single line cannot separate these four points.
            xor | feature_map([x1, x2, x1*x2]), dense(1) | right: more epochs may help.
            xor | dense(4, tanh), dense(1)      | right: more epochs, another seed or more units may help.
            and | dense(1)                      | right: more epochs may help.
            or  | dense(4), dense(1)            | right: more epochs may help.
            """)
    void theAdviceFitsTheNetworkAndTheData(String dataset, String network, String advice, Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=" + dataset + "&network=" + network + "&epochs=1&pace=0&learningRate=0.000001");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        visitor.sees(advice);
    }
}
