package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class RulesPageIT extends InTheBrowser {
    @Test
    void showsWhatIsWrongBesideTheCell() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        page.getByText("Channel", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("summary").last().click();
        String text = page.locator("#text").inputValue();

        page.locator("#text").fill(text.replace("Lead score below", "Leed score below"));
        page.getByText("Save as a draft and check").click();

        assertThat(page.locator("thead .told.bad")).containsText("Leed score");
        isAccessible(page);
    }

    @Test
    void keepsWhatWasTypedUntilItIsSaved() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        page.getByText("Early warning").click();
        page.locator("summary").last().click();

        page.locator("#text").fill("# half a thought");
        page.reload();
        page.locator("summary").last().click();

        assertThat(page.locator("#text")).hasValue("# half a thought");
        assertThat(page.locator("#text-kept")).isVisible();
    }

    @Test
    void needsASecondPersonToPutAChangeIntoForce() {
        Page marketing = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        marketing.getByText("Lead points").click();
        marketing.locator("summary").last().click();
        String text = marketing.locator("#text").inputValue();
        marketing.locator("#text").fill(text + "\n");
        marketing.getByText("Save as a draft and check").click();
        marketing.locator(".crumbs a").last().click();
        String draft = marketing.url();
        marketing.getByText("Submit for approval").click();
        assertThat(marketing.locator("[aria-current=step]")).containsText("Waits for approval");

        Page release = browsing().as("release", draft.substring(draft.indexOf("/console")), 1440, "de-DE");
        release.getByText("Freigeben", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(release.locator("[aria-current=step]")).containsText("Freigegeben");
        release.locator("#reason").fill("Leerzeile");
        release.getByText("Jetzt in Kraft setzen").click();

        assertThat(release.locator("main")).containsText("Leerzeile");
        release.getByText("Versionen").click();
        release.locator(".versions button").first().click();
        assertThat(release.locator(".versions")).containsText("zurückgeholt von demo-release");
    }

    @Test
    void fitsOnAPhone() {
        Page page = browsing().as("marketing", "/console/rules", 390, "de-DE");

        fits(page);
        isAccessible(page);
        page.getByText("Channel", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        fits(page);
        isAccessible(page);
    }
}
