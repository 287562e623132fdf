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
        page.waitForURL("**/console/agent/c-16");
        assertThat(page.locator(".pop")).containsText("Servicestufe");
        pick(page, "g", "1");
        assertThat(page.locator("input[name=reason]:checked")).hasValue("CANCEL");
        pick(page, "s", "3");
        assertThat(page.locator("input[name=mood]:checked")).hasValue("ANNOYED");
        assertThat(page.locator(".offer blockquote").first()).containsText("beruhigend");
        page.keyboard().press("w");
        assertThat(page.locator("#why-q")).isFocused();
        page.keyboard().type("besuch");
        page.keyboard().press("Enter");
        assertThat(page.locator("#why article")).containsText("Besuch");
        assertThat(page.locator("#why .flips, #why .muted").first()).not().isEmpty();
        page.keyboard().press("Escape");
        page.keyboard().press("2");
        page.keyboard().press("1");
        page.keyboard().press("a");
        Locator noted = page.locator(".offer .done").first();

        assertThat(noted).containsText("angenommen");
        assertThat(noted.locator("a")).isFocused();
        page.keyboard().press("x");
        assertThat(page.locator("#q")).isFocused();
    }

    @Test
    void showsItsKeysAndLetsNobodyGetStuckInAGroup() {
        Page page = browsing().as("agent", "/console/agent/c-16?reason=CANCEL", 1440, "en-GB");

        page.keyboard().press("?");
        assertThat(page.locator(".keys dl")).containsText("Next caller");
        page.keyboard().press("g");
        assertThat(page.locator("fieldset.picking")).containsText("Reason for the call");
        page.keyboard().press("Escape");
        assertThat(page.locator("fieldset.picking")).hasCount(0);
        page.keyboard().press("1");
        assertThat(page.locator("input[name=chosen]").first()).isChecked();
    }

    @Test
    void saysOfAnythingWhyItIsNotOfferedAndWhatWouldChangeThat() {
        Page page = browsing().as("agent", "/console/agent/c-16?reason=CANCEL", 1440, "en-GB");

        page.locator("#not-offered button")
                .filter(new Locator.FilterOptions().setHasText("survey"))
                .click();
        assertThat(page.locator("#why article")).containsText("survey");
        assertThat(page.locator("#why .flips li").first()).containsText("instead of");
        page.locator("#why-q").fill("something unheard of");
        page.keyboard().press("Enter");
        assertThat(page.locator("#why .hint")).containsText("unheard of");
    }

    @Test
    void showsWhatAPredictionIsMadeOf() {
        Page page = browsing().as("agent", "/console/agent/c-16", 1440, "en-GB");

        page.locator(".made summary").first().click();

        assertThat(page.locator(".shares li").first()).containsText("points");
    }

    private static void pick(Page page, String group, String answer) {
        page.keyboard().press(group);
        page.waitForResponse(
                response -> response.url().endsWith("/decision"),
                () -> page.keyboard().press(answer));
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    @Test
    void decidesAgainAsSoonAsTheReasonIsKnown() {
        Page page = browsing().as("agent", "/console/agent/c-16", 1440, "en-GB");

        page.getByText("cancel", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".recommendation")).containsText("Recommendation");
        assertThat(page.locator(".offer blockquote").first()).not().isEmpty();
        assertThat(page.locator("#not-offered li").first()).not().isEmpty();
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
