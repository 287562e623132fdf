package org.lotse.features.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.features.RunningService;

/** A Chromium looking at the running service; one per test class. */
final class Browsing implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Playwright playwright;
    private final Browser browser;

    private Browsing(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where a Chromium is; {@code CHROMIUM} names another place. */
    static Optional<Path> chromium() {
        String named = System.getenv("CHROMIUM");
        return named == null
                ? PLACES.stream().filter(Files::isExecutable).findFirst()
                : Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    static Browsing open(Path chromium) {
        PlaywrightAssertions.setDefaultAssertionTimeout(
                60_000); // pages are about what they show, on machines of any speed
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new Browsing(playwright, browser);
    }

    /** A fresh window with nobody logged in. */
    Page window(int width, String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 844).setLocale(language));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    /** A fresh window of somebody of a role, at a path. */
    Page as(String role, String path, int width, String language) {
        Page page = window(width, language);
        page.navigate(at("/login"));
        page.locator("form:has(input[value='demo-" + role + "']) button").click();
        page.navigate(at(path));
        return page;
    }

    static String at(String path) {
        return RunningService.get().at(path).toString();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
