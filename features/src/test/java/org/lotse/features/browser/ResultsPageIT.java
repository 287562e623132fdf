package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsPageIT extends InTheBrowser {
    @Test
    void managementSeesThreeFiguresAndEachAsATable() {
        Page page = browsing().as("analyst", "/console/results", 1440, "en-GB");

        assertThat(page.locator("h1")).containsText("Management");
        assertThat(page.locator("[data-kpi]")).hasCount(3);
        assertThat(page.locator("[data-kpi] table")).hasCount(3);
        page.getByText("Team leads").press("Enter");
        assertThat(page.locator("h1")).containsText("Team leads");
        assertThat(page.locator("[data-kpi]")).hasCount(3);
    }

    @Test
    void aReturnIsWorkedOutByKeyboard() {
        Page page = browsing().as("analyst", "/console/results/returns", 1440, "en-GB");

        if (page.locator("details:has(input[name=title])").getAttribute("open") == null) {
            page.getByText("Work out a return").press("Enter");
        }
        page.locator("input[name=title]").fill("Seen in the browser");
        page.locator("input[name=cost]").fill("150000");
        page.locator("input[name=benefit0]").fill("All of it");
        page.locator("input[name=realistic0]").fill("260000");
        page.locator("input[name=realistic0]").press("Enter");

        assertThat(page.locator("[data-investment=seen-in-the-browser] .price")).containsText("73%");
        page.locator("[data-investment=seen-in-the-browser] form button").press("Enter");
        assertThat(page.locator("[data-investment=seen-in-the-browser]")).hasCount(0);
    }

    @Test
    void allPartsFitOnAPhoneInGermanAndShutNobodyOut() {
        Page page = browsing().as("analyst", "/console/results", 390, "de-DE");

        for (String part : List.of("", "/control-group", "/experiments", "/returns", "/maturity")) {
            page.navigate(Browsing.at("/console/results" + part));
            fits(page);
            isAccessible(page);
        }
    }

    @Test
    void isNotForAgents() {
        Page agent = browsing().as("agent", "/console/results", 1440, "en-GB");

        assertThat(agent.locator("h1")).containsText("Not allowed");
    }
}
