package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReviewPageIT extends InTheBrowser {
    private static final Pattern DECISION = Pattern.compile("\"decisionId\":\"([^\"]+)\"");

    @Test
    void aReviewerCorrectsADecisionByKeyboard() throws IOException, InterruptedException {
        String review = asked("c-52", "I was promised something else");
        Page page = browsing().as("admin", "/console/reviews", 1440, "en-GB");

        assertThat(page.locator("main")).containsText("I was promised something else");
        page.navigate(Browsing.at(review));
        page.getByLabel("The decision is changed").focus();
        page.keyboard().press("Space");
        page.getByLabel("If it is changed: instead").selectOption("nothing");
        page.getByLabel("Reason, as the person will read it").fill("It does not suit the contract.");
        page.getByText("Decide and answer").press("Enter");

        assertThat(page.locator("main")).containsText("no offer");
        assertThat(page.locator("main")).containsText("It does not suit the contract.");
        assertThat(page.locator("main")).containsText("The models learn from it.");
    }

    @Test
    void fitsOnAPhoneInGermanAndShutsNobodyOut() throws IOException, InterruptedException {
        String review = asked("c-53", "Bitte prüfen");
        Page page = browsing().as("admin", review, 390, "de-DE");

        assertThat(page.locator("h1")).containsText("Prüfung für");
        assertThat(page.locator("main")).containsText("Was nicht gewählt wurde, und was das geändert hätte");
        fits(page);
        isAccessible(page);
        page.navigate(Browsing.at("/console/reviews"));
        fits(page);
        isAccessible(page);
    }

    @Test
    void isForReviewersOnly() {
        Page agent = browsing().as("agent", "/console/reviews", 1440, "en-GB");

        assertThat(agent.locator("h1")).containsText("Not allowed");
    }

    /** A decision about this customer that somebody wants reviewed; answers the path of its page. */
    private static String asked(String customer, String wish) throws IOException, InterruptedException {
        String decided = send(
                        "/v1/decisions/next-best-action",
                        "{\"customerId\": \"%s\", \"channel\": \"CALL_CENTRE\", \"context\": {\"reason\": \"CANCEL\"}}"
                                .formatted(customer))
                .body();
        Matcher decision = DECISION.matcher(decided);
        if (!decision.find()) {
            throw new AssertionError("No decision: " + decided);
        }
        return "/console"
                + send("/v1/decisions/" + decision.group(1) + "/review", "{\"wish\": \"%s\"}".formatted(wish))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .substring("/v1".length());
    }

    private static HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(Browsing.at(path)))
                            .header("Authorization", "Bearer demo-agent")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
