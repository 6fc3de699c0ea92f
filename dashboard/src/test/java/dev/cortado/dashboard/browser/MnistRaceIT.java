package dev.cortado.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.cortado.dashboard.Dashboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One race is run by clicking; whoever comes later finds it as it ended.
@InChromium
class MnistRaceIT {
    private static final String SMALL = "?dataset=mnist&network=flatten, dense(10)&epochs=1&batchSize=200&learningRate=0.2";

    private static Dashboard dashboard;

    @BeforeAll
    static void race(Visitor visitor) {
        dashboard = Dashboard.open(0);
        visitor.opens(dashboard.address(), SMALL);
        visitor.presses("Start");
        visitor.seesLanes("Finished");
        visitor.hasNothingToComplainOf();
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void theConfusionMatrixCountsAllTestDigits(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        assertThat(visitor.page().locator(".cm tbody tr")).hasCount(10);
        Object sum = visitor.page().evaluate("""
                () => [...document.querySelectorAll('.cm tbody td:not(.tot)')].reduce((sum, cell) => sum + (parseInt(cell.textContent) || 0), 0)""");
        assertThat(sum).isEqualTo(10_000);
    }

    @Test
    void theGalleryShowsWhatWasTakenForWhat(Visitor visitor) {
        visitor.opens(dashboard.address(), "");
        Locator digits = visitor.page().locator(".gallery li");
        assertThat(digits).hasCount(32);
        assertThat(visitor.page().locator(".gallery canvas[data-painted]")).hasCount(32);
        assertThat(digits.first().innerText()).matches(Pattern.compile("\\d → \\d\\s+>?\\d+", Pattern.DOTALL));

        visitor.presses("Show 32 more");

        assertThat(visitor.page().locator(".gallery canvas[data-painted]")).hasCount(64);
        assertThat(visitor.page().evaluate("() => [...document.querySelectorAll('.gallery canvas')].every(canvas => "
                + "canvas.getContext('2d').getImageData(0, 0, 28, 28).data.some((value, i) => i % 4 !== 3 && value > 200))"))
                .as("every digit has ink").isEqualTo(true);
    }

    @Test
    void aCellOpensItsDigits(Visitor visitor) {
        visitor.opens(dashboard.address(), "");
        Locator mistakes = visitor.page().locator(".gallery li > span > span:first-child");
        String surest = mistakes.first().innerText();

        visitor.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(surest.replace(" → ", " taken for ") + ":")).click();

        visitor.sees(visitor.button("Show all mistakes"));
        assertThat(mistakes.allInnerTexts()).containsOnly(surest);
    }

    @Test
    void noCellIsEmpty(Visitor visitor) {
        visitor.opens(dashboard.address(), "");
        Locator digits = visitor.page().locator(".gallery li");

        for (Locator cell : visitor.page().locator(".cm tbody button").all()) {
            cell.click();
            assertThat(cell).hasAttribute("aria-pressed", "true");
            assertThat(digits.count()).as(cell.getAttribute("aria-label")).isPositive();
        }
    }

    @Test
    void bothEnginesTellTheSameStory(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        visitor.sees("Same curve,");
        assertThat(visitor.page().locator("race-agreement .big")).hasText(Pattern.compile("\\d\\.\\d\\s×\\s10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+"));
        visitor.sees("It grows with the steps");
    }

    @Test
    void theAxisStaysChosenAfterAReload(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        visitor.page().getByLabel("Seconds", new Page.GetByLabelOptions().setExact(true)).check();
        visitor.page().reload();

        assertThat(visitor.page().getByLabel("Seconds", new Page.GetByLabelOptions().setExact(true))).isChecked();
        visitor.sees("was reached after");
    }

    @Test
    void curvesThatAreHiddenStayHiddenAfterAReload(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        visitor.page().getByLabel("Training", new Page.GetByLabelOptions().setExact(true)).uncheck();
        visitor.page().getByLabel("Validation", new Page.GetByLabelOptions().setExact(true)).uncheck();
        visitor.page().reload();

        assertThat(visitor.page().getByLabel("Training", new Page.GetByLabelOptions().setExact(true))).not().isChecked();
        assertThat(visitor.page().getByLabel("Validation", new Page.GetByLabelOptions().setExact(true))).not().isChecked();
    }

    @Test
    void nothingScrollsSidewaysOnAPhone(Visitor visitor) {
        visitor.page().setViewportSize(360, 740);
        visitor.opens(dashboard.address(), "");
        visitor.sees(visitor.page().locator(".gallery li").first());
        visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table")).all().reversed()
                .forEach(Locator::click);

        assertThat((Integer) visitor.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void axeFindsNothingInLightNorInDark(Visitor visitor) {
        visitor.opens(dashboard.address(), "?theme=light");
        visitor.sees(visitor.page().locator(".gallery li").first());
        Axe.findsNothing(visitor.page());

        visitor.presses("Switch between light and dark");

        Axe.canReadEverything(visitor.page());
    }
}
