package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DuplicatesPageIT extends InTheBrowser {
    @Test
    void aStewardSearchesAnswersByKeyboardAndTakesItBack() throws IOException, InterruptedException {
        twice("page-twice", "Quendoline", "Zwiebelfisch");
        twice("page-other", "Ottokar", "Wackernagel");
        Page page = browsing().as("steward", "/console/duplicates", 1440, "en-GB");

        page.getByText("Search now").press("Enter");
        Locator same = page.getByText("Same: merge");
        same.waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        page.navigate(Browsing.at("/console/duplicates?order=probable"));
        String before = page.locator("table.pairs thead").innerText();
        page.keyboard().press("u");

        assertThat(page.locator("table.pairs thead")).not().containsText(before);
        page.keyboard().press("z");
        assertThat(page.locator("h2")).containsText("probable that this is one customer");
        assertThat(page.locator(".chip.tint")).hasCount(0);
    }

    @Test
    void fitsOnAPhoneInGermanAndShutsNobodyOut() {
        Page page = browsing().as("steward", "/console/duplicates", 390, "de-DE");

        assertThat(page.locator("h1")).containsText("Ein Kunde oder zwei?");
        fits(page);
        isAccessible(page);
        page.navigate(Browsing.at("/console/duplicates/list"));
        fits(page);
        isAccessible(page);
    }

    @Test
    void isForStewardsOnly() {
        Page agent = browsing().as("agent", "/console/duplicates", 1440, "en-GB");

        assertThat(agent.locator("h1")).containsText("Not allowed");
    }

    /** Two records of one customer. */
    private static void twice(String id, String given, String family) throws IOException, InterruptedException {
        for (String record : new String[] {id + "-1", id + "-2"}) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(
                        HttpRequest.newBuilder(URI.create(Browsing.at("/v1/customers/" + record)))
                                .header("Authorization", "Bearer demo-steward")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"attributes\": {\"kind\": \"PRIVATE\", \"first-name\": \"" + given
                                                + "\", \"last-name\": \"" + family + "\", \"email\": \"" + given
                                                + "@example.org\", \"birth-date\": \"1971-02-03\"}}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
        }
    }
}
