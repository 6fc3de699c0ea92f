package dev.cortado.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The machine's own Chromium, without a screen, driven through the machine's own Node.
final class Chromium implements AutoCloseable {
    private static final String NODE = "playwright.nodejs.path";

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        String missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The browser tests are required here, and there is no %s on the path".formatted(missing));
        }
        System.setProperty(NODE, node().orElseThrow());
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions()
                .setExecutablePath(Path.of(chromium().orElseThrow()))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--no-first-run")));
    }

    /// A window that knows nothing of the others.
    Visitor visitor() {
        return new Visitor(browser.newContext());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /// What is not there, or nothing.
    static String missing() {
        if (chromium().isEmpty()) {
            return "chromium";
        }
        return node().isEmpty() ? "node" : "";
    }

    private static Optional<String> chromium() {
        return named(System.getProperty("cortado.chromium")).or(() -> onPath("chromium", "chromium-browser", "google-chrome"));
    }

    private static Optional<String> node() {
        return named(System.getProperty(NODE)).or(() -> named(System.getenv("PLAYWRIGHT_NODEJS_PATH"))).or(() -> onPath("node"));
    }

    private static Optional<String> named(@Nullable String file) {
        return Optional.ofNullable(file);
    }

    private static Optional<String> onPath(String... names) {
        List<String> folders = List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
