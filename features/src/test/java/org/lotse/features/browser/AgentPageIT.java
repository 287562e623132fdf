package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class AgentPageIT extends InTheBrowser {
    @Test
    void servesACallWithOneHandOnTheKeyboard() {
        Page page = browsing().as("agent", "/console/agent", 1440, "de-DE");

        page.keyboard().type("c-16");
        assertThat(page.locator("#found a").first()).containsText("c-16");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".pop")).containsText("Servicestufe");
        page.keyboard().press("g");
        page.waitForResponse(
                answer -> answer.url().endsWith("/decision"),
                () -> page.keyboard().press("Space"));
        page.waitForFunction("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
        assertThat(page.locator(".offer").first()).isVisible();
        page.keyboard().press("1");
        page.keyboard().press("a");
        Locator noted = page.locator(".offer .done").first();

        assertThat(noted).containsText("angenommen");
        page.keyboard().press("x");
        assertThat(page.locator("#q")).isFocused();
    }

    @Test
    void decidesAgainAsSoonAsTheReasonIsKnown() {
        Page page = browsing().as("agent", "/console/agent/c-16", 1440, "en-GB");

        page.getByText("cancel", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".recommendation")).containsText("Recommendation");
        assertThat(page.locator(".offer blockquote").first()).not().isEmpty();
        page.locator(".whynot summary").click();
        assertThat(page.locator(".whynot dd").first()).not().isEmpty();
    }

    @Test
    void namesAnUnknownCustomer() {
        Page page = browsing().as("agent", "/console/agent/nobody", 1440, "en-GB");

        assertThat(page.locator("main")).containsText("nobody");
    }

    @Test
    void fitsOnAPhoneAndShutsNobodyOut() {
        Page page = browsing().as("agent", "/console/agent/c-16?reason=CANCEL", 390, "de-DE");

        assertThat(page.locator(".offer").first()).isVisible();
        fits(page);
        isAccessible(page);
        page.navigate(Browsing.at("/console/agent?q=meyer"));
        fits(page);
        isAccessible(page);
    }
}
