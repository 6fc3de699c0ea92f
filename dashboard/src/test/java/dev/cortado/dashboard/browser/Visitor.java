package dev.cortado.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A person in front of the page.
final class Visitor implements AutoCloseable {
    /// Milliseconds to wait for anything, on a machine that has other things to do.
    static final double PATIENCE = 30_000;

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Predicate<String> due = complaint -> false;

    Visitor(BrowserContext window) {
        this.window = window;
        window.setDefaultTimeout(PATIENCE);
        page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add("exception: " + error));
    }

    Page page() {
        return page;
    }

    /// Opens the page, with a question mark and what is chosen, or with nothing.
    void opens(URI address, String chosen) {
        page.navigate(address + chosen);
        sees(button("Stop"));
        sees(page.getByLabel("Network"));
    }

    void presses(String button) {
        button(button).click();
    }

    void sees(String text) {
        sees(page.getByText(text).first());
    }

    void sees(Pattern text) {
        sees(page.getByText(text).first());
    }

    void sees(Locator what) {
        what.waitFor();
    }

    /// Both lanes say so.
    void seesLanes(String standing) {
        assertThat(page.locator("race-lane .tag")).hasText(new String[] {standing, standing});
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Headless, every page is in front: it is told that it is not.
    void turnsToAnotherTab() {
        hidden(true);
    }

    void comesBack() {
        hidden(false);
    }

    private void hidden(boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", hidden);
    }

    /// The first lane's steps.
    int steps() {
        return ((Number) page.locator("progress").first().evaluate("bar => bar.value")).intValue();
    }

    void expects(String complaint) {
        due = due.or(said -> said.contains(complaint));
    }

    void hasNothingToComplainOf() {
        assertThat(complaints).as("what the browser's console says").filteredOn(due.negate()).isEmpty();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        window.close();
    }
}
