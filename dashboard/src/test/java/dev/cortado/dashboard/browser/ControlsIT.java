package dev.cortado.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.cortado.dashboard.Dashboard;
import dev.cortado.dashboard.Patience;
import dev.cortado.dashboard.race.RaceSettings;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@InChromium
class ControlsIT {
    private static final String LONG = "?dataset=xor&epochs=100000&pace=200";

    private final Dashboard dashboard = Dashboard.open(0);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void aPausedRaceStandsStillUntilItIsResumed(Visitor visitor) {
        started(visitor);

        visitor.presses("Pause");
        visitor.seesLanes("Paused");
        int paused = visitor.steps();
        visitor.page().reload();
        visitor.seesLanes("Paused");
        assertThat(visitor.steps()).isEqualTo(paused);

        visitor.presses("Resume");
        visitor.page().waitForFunction("paused => document.querySelector('progress').value > paused", paused);
    }

    @Test
    void lanesThatAreWatchedStepByStepTakeTurns(Visitor visitor) {
        started(visitor);

        visitor.seesLanes("Taking turns");
    }

    @Test
    void spacePausesAndResumes(Visitor visitor) {
        started(visitor);
        visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Engine race")).click();

        visitor.page().keyboard().press("Space");
        visitor.seesLanes("Paused");

        visitor.page().keyboard().press("Space");
        visitor.sees(visitor.button("Pause"));
    }

    @Test
    void aDoubleClickStartsAndDoesNotPause(Visitor visitor) {
        started(visitor);

        visitor.button("Pause").dispatchEvent("click", Map.of("detail", 2));

        int before = visitor.steps();
        visitor.page().waitForFunction("before => document.querySelector('progress').value > before + 100", before);
    }

    @Test
    void theKeyboardStartsAndPauses(Visitor visitor) {
        visitor.opens(dashboard.address(), LONG);

        visitor.button("Start").press("Enter");
        visitor.button("Pause").press("Enter");

        visitor.seesLanes("Paused");
    }

    @Test
    void aStoppedRaceStaysToBeLookedAtAndFreesTheFields(Visitor visitor) {
        started(visitor);
        assertThat(visitor.page().getByLabel("Network")).not().isEditable();

        visitor.presses("Stop");

        visitor.seesLanes("Stopped");
        visitor.sees(visitor.button("Start"));
        assertThat(visitor.page().getByLabel("Network")).isEditable();
        assertThat(visitor.page().locator(".map")).hasCount(2);
        Locator chart = visitor.page().getByLabel(Pattern.compile("^Loss against epochs.*cursor"));
        chart.press("End");
        assertThat(visitor.page().locator("race-curves .readout").first()).containsText("Vector API");
        assertThat(visitor.page().locator("race-curves .readout").first()).not().containsText("100k");
    }

    /// As after Stop in the middle of a long step.
    @Test
    void whileARaceIsStoppingThePageSaysSo(Visitor visitor) {
        visitor.opens(dashboard.address(), LONG);

        visitor.page().evaluate("() => import('/js/race.js').then(({ race }) => { race.now.state = 'stopping'; race.changed(); })");

        visitor.sees(visitor.button("Stopping…"));
        assertThat(visitor.button("Stopping…")).isDisabled();
        assertThat(visitor.button("Stop")).isDisabled();
        visitor.button("Stopping…").click(new Locator.ClickOptions().setForce(true));
        visitor.sees(visitor.button("Stopping…"));
    }

    @Test
    void aReloadInTheMiddleLosesNothing(Visitor visitor) {
        started(visitor);
        int before = visitor.steps();

        visitor.page().reload();

        visitor.sees(visitor.button("Pause"));
        assertThat(visitor.steps()).isGreaterThanOrEqualTo(before);
        assertThat(visitor.page().locator("#epochs")).hasValue("100000");
        visitor.page().locator("race-curves").getByText("Show as table").first().click();
        assertThat(visitor.page().locator("race-curves tbody tr").first()).containsText("0");
        assertThat(visitor.page().locator("race-curves tbody td").allInnerTexts()).anyMatch(text -> text.startsWith("0."));
    }

    @Test
    void theServerComesBackAndThePageFindsItAgain(Visitor visitor) {
        visitor.expects("Failed to load resource");
        started(visitor);
        URI address = dashboard.address();

        dashboard.close();
        visitor.sees("Reconnecting…");
        // The server may have told the end of the race before its own.
        visitor.page().evaluate("() => import('/js/race.js').then(({ race }) => { race.now.state = 'running'; race.changed(); })");
        visitor.presses("Stop");
        Locator refusal = visitor.page().getByText("The server does not answer.");
        assertThat(refusal).hasCSS("color", "rgb(165, 38, 28)");

        try (Dashboard again = Dashboard.open(address.getPort())) {
            assertThat(again.address()).isEqualTo(address);
            visitor.sees("Live");
            assertThat(refusal).hasCount(0);
            visitor.sees("Choose what to train and press Start.");
            visitor.page().navigate("about:blank");
        }
    }

    @Test
    void theFirstRaceOfAnotherServerIsNotTakenForTheFirstOfThis(Visitor visitor) {
        visitor.expects("Failed to load resource");
        started(visitor);
        URI address = dashboard.address();
        dashboard.close();
        visitor.sees("Reconnecting…");

        try (Dashboard again = Dashboard.open(address.getPort())) {
            RaceSettings and = again.track().catalogue().defaults("and");
            again.race(and);

            assertThat(visitor.page().locator("[name=dataset]:checked")).hasValue("and");
            assertThat(visitor.page().locator("#network")).hasValue(and.network());
            visitor.page().navigate("about:blank");
        }
    }

    @Test
    void aHiddenPageLeavesTheStreamAndCatchesUpOnceItIsSeen(Visitor visitor) {
        started(visitor);

        visitor.turnsToAnotherTab();
        Patience.await("nobody watches", () -> dashboard.viewers().count() == 0);
        int hidden = visitor.steps();
        visitor.comesBack();

        visitor.page().waitForFunction("hidden => document.querySelector('progress').value > hidden", hidden);
        Patience.await("somebody watches", () -> dashboard.viewers().count() == 1);
    }

    private void started(Visitor visitor) {
        visitor.opens(dashboard.address(), LONG);
        visitor.presses("Start");
        visitor.page().waitForFunction("() => document.querySelector('progress')?.value > 50");
    }
}
