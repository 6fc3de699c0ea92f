package dev.cortado.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.cortado.dashboard.Dashboard;
import dev.cortado.dashboard.race.RaceSettings;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
        visitor.opens(dashboard.address(), "?loss=binary_cross_entropy&dataset=" + dataset + "&network=" + network + "&epochs=1&pace=0&learningRate=0.000001");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        visitor.sees(advice);
    }

    /// From weights of zero, at a rate that changes nothing, every output is one half.
    @Test
    void oneHalfIsNotYetClassOne(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=and&loss=binary_cross_entropy&network=dense(1, initializer=zeros)&epochs=1&pace=0&learningRate=1e-30");

        visitor.presses("Start");

        visitor.sees("Vector API gets 3 of 4 right and ojAlgo gets 3 of 4 right");
        assertThat(visitor.page().locator("race-lane .stats").first()).containsText("3 of 4");
        assertThat(visitor.page().locator(".map .cross")).hasCount(2);
    }

    @Test
    void anEngineAloneIsNeitherComparedNorKeptWaiting(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        dashboard.race(xor("vector"));

        assertThat(visitor.page().locator("race-lane .tag")).hasText(new String[] {"Working"});
        visitor.sees(Pattern.compile("^Vector API runs alone\\. \\S+ s so far"));
        assertThat(visitor.page().locator("race-network")).containsText("Steps per epoch");
        assertThat(visitor.page().locator("main")).not().containsText(Pattern.compile("\\b(two|both|every lane)\\b", Pattern.CASE_INSENSITIVE));
        visitor.sees(Pattern.compile("^Vector API ran alone\\. \\S+ s in all\\. It has all 4 points on the right side\\."));
    }

    @Test
    void theFastestOfThreeIsHeldAgainstTheOthers(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        dashboard.race(xor("vector", "ojalgo", "plain").unpaced());

        visitor.sees("Every engine has all 4 points on the right side.");
        assertThat(visitor.page().locator("race-finding")).containsText(Pattern.compile(
                "the weights of Vector API and ojAlgo differ by at most .*; .+ needed \\S+ s, .+ \\S+ s \\(.+ as long\\) and .+ \\S+ s, .+ as long\\."));
        assertThat(visitor.page().locator("race-announcer")).hasText(Pattern.compile("as long\\.$"));
        for (String engine : List.of("Vector API", "ojAlgo", "Plain loops")) {
            assertThat(visitor.page().locator("race-finding")).containsText(engine);
        }
    }

    @Test
    void aRaceThatEndsBeforeItsFirstComparisonPromisesNone(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&epochs=1000000&pace=1");
        visitor.presses("Start");
        visitor.sees("The engines start from the same weights;");

        visitor.presses("Stop");

        visitor.sees("The race was stopped before its first comparison.");
    }

    private RaceSettings xor(String... engines) {
        return dashboard.track().catalogue().defaults("xor").withEngines(List.of(engines));
    }
}
