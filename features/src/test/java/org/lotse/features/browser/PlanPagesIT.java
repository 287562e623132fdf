package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

class PlanPagesIT extends InTheBrowser {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    @Test
    void plansTheCallsOfTheDayAndNotesHowTheyEnd() {
        Page page = browsing().as("agent", "/console/calls", 1440, "de-DE");
        page.locator("form[action='/console/calls/plan'] button").click();
        assertThat(page.locator(".call").first()).isVisible(PATIENTLY);

        page.locator(".call").first().getByText("Nicht erreicht").click();

        assertThat(page.locator(".call").first()).containsText("nicht erreicht");
        assertThat(page.locator(".call .why").nth(1)).containsText("Abschluss");
        isAccessible(page);
    }

    @Test
    void showsTheRepTheDayAsListAndMap() {
        Page page = browsing().as("rep", "/console/route", 1440, "en-GB");
        page.locator("form[action='/console/route/plan'] button").click();

        assertThat(page.locator(".stop").first()).isVisible(PATIENTLY);
        assertThat(page.locator(".stop time").first()).not().isEmpty();
        assertThat(page.locator("#map .pin").first()).isVisible();
        assertThat(page.locator("#map path").first()).isVisible();
        isAccessible(page);
        page.setViewportSize(390, 844);
        page.reload();
        fits(page);
        isAccessible(page);
    }

    @Test
    void callListFitsOnAPhone() {
        Page page = browsing().as("agent", "/console/calls", 390, "de-DE");

        fits(page);
        isAccessible(page);
    }
}
