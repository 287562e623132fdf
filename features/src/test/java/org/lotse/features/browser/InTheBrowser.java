package org.lotse.features.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What the browser tests share: the browser, and what must hold on every page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InTheBrowser {
    private @Nullable Browsing open;

    @BeforeAll
    void openBrowser() {
        Optional<Path> chromium = Browsing.chromium();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("There is no Chromium, and CI=true. Maybe install it or set CHROMIUM.");
        }
        Assumptions.assumeTrue(chromium.isPresent(), "Skipped: there is no Chromium. Maybe set CHROMIUM to one.");
        open = Browsing.open(chromium.orElseThrow());
    }

    @AfterAll
    void closeBrowser() {
        if (open != null) {
            open.close();
        }
    }

    Browsing browsing() {
        if (open == null) {
            throw new IllegalStateException("The browser is not open.");
        }
        return open;
    }

    /** No scrolling sideways. */
    static void fits(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as("width of %s", page.url()).isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** Nothing that shuts people out. */
    static void isAccessible(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> serious = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        assertThat(serious).as("violations at %s", page.url()).isEmpty();
    }
}
