package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rep on the road and the sales lead at the desk, clicked through; the first test plans the day the others use. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoadPagesIT extends InTheBrowser {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    @Test
    @Order(1)
    void aNoteBecomesFactsAndTasksConfirmedWithOneTap() {
        Page page = planned("de-DE", 390);
        Locator stop = page.locator(".stop").first();
        stop.getByText("Notiz schreiben").click();
        stop.locator("textarea").fill("Neue Bohrer gezeigt, kein Bedarf. Akutes Interesse an Leitern.");
        stop.getByText("Notiz lesen lassen").click();

        Locator interest = page.locator("#notes li", new Page.LocatorOptions().setHasText("Akutes Interesse: Leitern"));
        assertThat(interest).isVisible();
        assertThat(page.locator("#notes")).containsText("Derzeit kein Bedarf: Neue Bohrer");
        assertThat(page.locator("#notes")).not().containsText("kein Bedarf: Leitern");
        isAccessible(page);
        fits(page);

        interest.getByRole(AriaRole.BUTTON, named("Stimmt: Akutes Interesse: Leitern"))
                .click();
        assertThat(page.locator("#notes li", new Page.LocatorOptions().setHasText("Akutes Interesse: Leitern")))
                .hasCount(0);

        Locator offer = page.locator("#notes li", new Page.LocatorOptions().setHasText("Angebot machen: Leitern"));
        offer.first().locator("button.good").click();
        Locator todo = page.locator("#notes section", new Page.LocatorOptions().setHasText("Zu tun"))
                .locator("li", new Locator.LocatorOptions().setHasText("Angebot machen: Leitern"));
        assertThat(todo.first()).isVisible();
    }

    @Test
    @Order(2)
    void opensAndReportsWithoutNetwork() {
        Page page = planned("en-GB", 390);
        assertThat(page.locator("body[data-kept=yes]")).hasCount(1);
        page.reload();
        int before = page.locator(".stop").count();
        String done = page.locator(".stop form[action$='/done']").first().getAttribute("action");
        page.context().setOffline(true);

        page.locator("form[action='" + done + "'] button").click();
        assertThat(page.locator(".stop").first().locator(".waits")).isVisible();
        page.reload();
        assertThat(page.locator(".stop")).hasCount(before);
        assertThat(page.locator(".stop").first().locator(".waits")).isVisible();
        assertThat(page.locator("#live")).containsText("No network");
        assertThat(page.locator("#map .pin").first()).isVisible();

        page.context().setOffline(false);
        assertThat(page.locator(".waits")).hasCount(0);
        // Either it is kept, or the search has given the visit to somebody else meanwhile and that is said.
        assertThat(page.locator("main:not(:has(form[action='" + done + "'])), #live .chip")
                        .first())
                .isVisible();
    }

    @Test
    @Order(3)
    void offersTimesForACallAndReportsNoShowAndDelay() {
        Page page = planned("de-DE", 1440);
        Locator left = page.locator(".left li").first();
        if (left.count() > 0) {
            left.getByText("Zeiten anbieten").click();
            assertThat(left.locator(".found ul, .found p").first()).isVisible();
        }
        String action = page.locator(".stop form[action$='/no-show']").last().getAttribute("action");
        page.locator("form[action='" + action + "'] button").click();
        assertThat(page.locator("form[action='" + action + "']")).hasCount(0);

        page.locator(".late select").selectOption("15");
        page.locator(".late button").click();
        assertThat(page.locator(".stop").first()).isVisible();
    }

    @Test
    @Order(4)
    void subscribesAndEndsTheCalendar() {
        Page page = planned("de-DE", 1440);
        page.locator("summary", new Page.LocatorOptions().setHasText("Kalender"))
                .click();
        page.getByText("Adresse anlegen").click();

        Locator address = page.locator("#calendar-address");
        assertThat(address).isVisible();
        String path = address.inputValue();
        org.assertj.core.api.Assertions.assertThat(page.request().get(path).text())
                .startsWith("BEGIN:VCALENDAR");

        page.reload();
        page.locator("summary", new Page.LocatorOptions().setHasText("Kalender"))
                .click();
        page.getByText("Adresse beenden").click();
        page.waitForLoadState();
        org.assertj.core.api.Assertions.assertThat(page.request().get(path).status())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void theLeadDragsAVisitAndTheRepSeesItAtOnce() {
        Page rep = planned("de-DE", 1440);
        String name = rep.locator(".stop h2").first().textContent();
        Page lead = browsing().as("admin", "/console/routes", 1440, "de-DE");
        Locator visit = lead.locator("li.call", new Page.LocatorOptions().setHasText(name))
                .first();
        String own = (String) visit.evaluate("one => one.closest('[data-rep]').dataset.rep");
        Locator other = lead.locator("[data-rep]:not([data-rep='" + own + "'])").first();

        visit.locator("strong").dragTo(other.locator("h2"));

        assertThat(visit.locator(".price")).containsText("Besuche");
        assertThat(lead.locator(".kpis dd").first()).isVisible();
        isAccessible(lead);
        visit.locator(".price button").click();
        assertThat(rep.locator(".stop h2", new Page.LocatorOptions().setHasText(name)))
                .hasCount(0);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    /** The rep's page with a planned day. */
    private Page planned(String language, int width) {
        Page page = browsing().as("rep", "/console/route", width, language);
        if (page.locator(".stop").count() == 0) {
            page.locator("form[action='/console/route/plan'] button").first().click();
            assertThat(page.locator(".stop").first()).isVisible(PATIENTLY);
        }
        return page;
    }
}
