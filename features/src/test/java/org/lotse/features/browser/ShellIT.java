package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ShellIT extends InTheBrowser {
    @Test
    void showsEachRoleItsPagesOnly() {
        Page agent = browsing().as("agent", "/", 1440, "en-GB");
        Page rep = browsing().as("rep", "/", 1440, "en-GB");

        assertThat(agent.locator(".cards .card")).hasCount(2);
        assertThat(rep.locator(".cards .card")).hasCount(1);
        agent.navigate(Browsing.at("/console/rules"));
        assertThat(agent.locator("h1")).containsText("Not allowed");
    }

    @Test
    void remembersTheLanguage() {
        Page page = browsing().as("agent", "/", 1440, "en-GB");

        page.getByText("Deutsch").click();
        page.navigate(Browsing.at("/console/agent"));

        assertThat(page.locator("h1")).containsText("Wer ruft an?");
    }

    @Test
    void loginFitsOnAPhoneAndShutsNobodyOut() {
        Page page = browsing().window(390, "de-DE");
        page.navigate(Browsing.at("/login"));

        fits(page);
        isAccessible(page);
    }
}
