package dev.cortado.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import java.util.List;

/// Asks axe whether people who cannot see, or not well, can use the page.
final class Axe {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// What is built like its neighbours before it, and would only take time.
    private static final String FURTHER_DIGITS = ".gallery li:nth-child(n+4)";
    private static final String FURTHER_ROWS = ".cm tbody tr:nth-child(n+4)";

    private Axe() {
    }

    /// By all rules.
    static void findsNothing(Page page) {
        findsNothing(new AxeBuilder(page).withTags(RULES));
    }

    /// By the rule on contrast, the one that depends on the theme.
    static void canReadEverything(Page page) {
        findsNothing(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static void findsNothing(AxeBuilder axe) {
        AxeResults results = axe.exclude(FURTHER_DIGITS).exclude(FURTHER_ROWS).analyze();
        assertThat(results.getPasses()).as("rules that were looked at").isNotEmpty();
        assertThat(results.getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(CheckedNode::getTarget).toList())
                .isEmpty();
    }
}
