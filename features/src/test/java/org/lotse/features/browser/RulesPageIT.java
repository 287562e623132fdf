package org.lotse.features.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class RulesPageIT extends InTheBrowser {
    @Test
    void showsWhatIsWrongBesideTheCell() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        open(page, "Channel");
        page.locator("summary").last().click();
        String text = page.locator("#text").inputValue();

        page.locator("#text").fill(text.replace("Lead score below", "Leed score below"));
        page.getByText("Save as a draft and check").click();

        assertThat(page.locator(".gridtold .told.bad").first()).containsText("Leed score");
        isAccessible(page);
    }

    @Test
    void keepsWhatWasTypedUntilItIsSaved() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        open(page, "Early warning");
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
        open(marketing, "Lead points");
        marketing.locator("summary").last().click();
        String text = marketing.locator("#text").inputValue();
        marketing.locator("#text").fill(text + "\n");
        marketing.getByText("Save as a draft and check").click();
        marketing.locator(".crumbs a").last().click();
        String draft = marketing.url();
        marketing.locator("#why").fill("Leerzeile");
        marketing.getByText("Submit for approval").click();
        assertThat(marketing.locator("[aria-current=step]")).containsText("Waits for approval");

        Page release = browsing().as("release", draft.substring(draft.indexOf("/console")), 1440, "de-DE");
        release.getByText("Freigeben", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(release.locator("[aria-current=step]")).containsText("Freigegeben");
        assertThat(release.locator(".next")).containsText("Leerzeile");
        release.getByText("Jetzt in Kraft setzen").click();

        assertThat(release.locator("main")).containsText("Leerzeile");
        release.getByText("Versionen").click();
        release.locator(".versions button").first().click();
        assertThat(release.locator(".versions")).containsText("zurückgeholt von demo-release");
    }

    /** Change a threshold, see the effect, take it back: by keyboard, without a manual. */
    @Test
    void changesATableLikeASpreadsheet() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        open(page, "Service level");
        page.locator("button[name=open]").click();
        assertThat(page.locator("#grid td").first()).hasText("Table");
        isAccessible(page);

        page.locator("#grid td[data-row='2'][data-column='0']").click();
        page.keyboard().press("ArrowRight");
        page.keyboard().type("91");
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid [role=status]")).hasText("saved and checked");
        assertThat(page.locator("#grid td[data-row='2'][data-column='1']")).hasText("91");

        page.keyboard().type("nonsense");
        page.keyboard().press("Tab");
        assertThat(page.locator("#grid td[data-row='3'][data-column='1']"))
                .hasClass(java.util.regex.Pattern.compile(".*flawed bad.*"));
        assertThat(page.locator(".gridtold .told.bad").first()).containsText("nonsense");
        page.keyboard().press("Control+z");
        assertThat(page.locator(".gridtold .told.bad")).hasCount(0);

        page.keyboard().press("Control+Enter");
        page.keyboard().press("Control+z");
        page.locator("#grid td[data-row='3'][data-column='0']").click();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(page.locator("#grid td[data-row='4'][data-column='0']")).hasText("Premium: the next 20 %");
        assertThat(page.locator("#grid [role=status]")).hasText("saved and checked");
        page.locator("#grid th[data-carry='4']").dragTo(page.locator("#grid th[data-carry='3']"), upperHalf());
        assertThat(page.locator("#grid td[data-row='3'][data-column='0']")).hasText("Premium: the next 20 %");
        assertThat(page.locator("#grid [role=status]")).hasText("saved and checked");
        page.locator(".crumbs a").last().click();
        assertThat(page.locator(".differences li")).hasCount(1);
        assertThat(page.locator(".differences ins")).hasText("91");
    }

    /** Two people change the same cell: the second chooses, cell by cell, by keyboard. */
    @Test
    void bringsADraftTogetherWithWhatOthersPutIntoForce() {
        Page mine = changing("de-DE", "91");
        String path = mine.url().substring(mine.url().indexOf("/console"));
        Page theirs = changing("en-GB", "92");
        theirs.getByText("Submit for approval").click();
        assertThat(theirs.locator("[aria-current=step]")).containsText("Waits for approval");
        Page release =
                browsing().as("release", theirs.url().substring(theirs.url().indexOf("/console")), 1440, "de-DE");
        release.getByText("Freigeben", new Page.GetByTextOptions().setExact(true))
                .click();
        release.getByText("Jetzt in Kraft setzen").click();
        assertThat(release.locator("h1")).hasText("Die geltenden Regeln");

        mine.navigate(Browsing.at(path));
        assertThat(mine.locator(".hold")).containsText("Angehalten");
        mine.locator(".hold a").click();
        assertThat(mine.locator(".conflict")).hasCount(1);
        assertThat(mine.locator(".conflict .was pre")).hasText("90");
        isAccessible(mine);
        mine.setViewportSize(390, 844);
        fits(mine);
        mine.locator(".conflict input[value=THEIRS]").focus();
        mine.keyboard().press("ArrowRight");
        assertThat(mine.locator(".conflict input[value=MINE]")).isChecked();
        mine.locator("form button.primary").press("Enter");
        assertThat(mine.locator(".hold")).hasCount(0);
        assertThat(mine.locator(".differences ins")).hasText("91");
        assertThat(mine.locator(".differences del")).hasText("92");

        release.getByText("Versionen").click();
        release.locator(".versions li:first-child .links a").first().click();
        assertThat(release.locator(".differences del")).hasText("90");
        assertThat(release.locator(".differences ins")).hasText("92");
        isAccessible(release);
        release.goBack();
        release.locator(".versions button").first().click();
        assertThat(release.locator(".versions")).containsText("zurückgeholt von demo-release");
    }

    /** A draft in which the first row of the service levels begins at another percentile; its page. */
    private Page changing(String language, String percentile) {
        Page page = browsing().as("marketing", "/console/rules", 1440, language);
        open(page, "Service level");
        page.locator("button[name=open]").click();
        page.locator("#grid td[data-row='2'][data-column='1']").click();
        page.keyboard().type(percentile);
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid [role=status].good")).isVisible();
        page.locator(".crumbs a").last().click();
        assertThat(page.locator(".differences ins")).hasText(percentile);
        return page;
    }

    /** Opens a file of the rules in force. */
    private static void open(Page page, String title) {
        page.locator(".groups a")
                .getByText(title, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static Locator.DragToOptions upperHalf() {
        return new Locator.DragToOptions().setTargetPosition(4, 3);
    }

    /** The catalogue of actions: choose where there is something to choose from. */
    @Test
    void changesTheCatalogueOfActions() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "en-GB");
        open(page, "Actions");
        page.locator("button[name=open]").click();
        assertThat(page.locator("#grid td").first()).hasText("Key");

        page.locator("#grid td[data-row='1'][data-column='8']").click();
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid-values option")).hasCount(2);
        page.keyboard().press("Escape");
        page.locator("#grid td[data-row='1'][data-column='7']").click();
        page.keyboard().type("25");
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid [role=status]")).hasText("saved and checked");
        page.locator("#grid td[data-row='1'][data-column='5']").click();
        page.keyboard().type("Pigeon");
        page.keyboard().press("Enter");

        assertThat(page.locator("#grid td[data-row='1'][data-column='5']"))
                .hasClass(java.util.regex.Pattern.compile(".*flawed bad.*"));
    }

    @Test
    void completesSentencesFromTheVocabularyInBothLanguages() {
        completes("en-GB", "Early warning", "\n\nMy rule:\n  If the chu", "Churn risk");
        completes("de-DE", "Beschwerden", "\n\nMeine Regel:\n  Wenn das Kündigungsr", "Kündigungsrisiko");
    }

    private void completes(String language, String file, String begun, String whole) {
        Page page = browsing().as("marketing", "/console/rules", 1440, language);
        open(page, file);
        page.locator("summary").last().click();
        page.locator("form:has(#text) button.primary").click();
        page.waitForURL("**/drafts/**");
        page.locator("#text").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(begun);
        assertThat(page.locator("#words li").first()).hasText(whole);
        assertThat(page.locator("#words")).isInViewport();
        page.keyboard().press("Tab");
        page.keyboard().type(".");

        assertThat(page.locator("#text")).hasValue(java.util.regex.Pattern.compile("[\\s\\S]*" + whole + "\\.$"));
    }

    @Test
    void showsWhatADraftWouldDo() {
        Page page = browsing().as("marketing", "/console/rules", 1440, "de-DE");
        open(page, "Channel");
        page.locator("button[name=open]").click();
        page.locator("#grid td[data-row='3'][data-column='2']").click();
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid [role=status]")).hasText("gespeichert und geprüft");
        page.locator("#try-customer").fill("c-1");
        page.locator("#try-decision").selectOption("channel");
        page.locator(".try button").click();
        assertThat(page.locator(".tried tr")).hasCount(2);
        page.locator(".crumbs a").last().click();

        page.getByText("Ansehen, was er bewirken würde").click();
        page.locator("#decision").selectOption("channel");
        page.locator("#source").selectOption("CUSTOMERS");
        page.locator("#sample").selectOption("1000");
        page.getByText("Simulieren", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#sum")).containsText("Entscheidungen fallen anders aus");
        assertThat(page.locator(".charts")).containsText("Servicestufe");
        isAccessible(page);
    }

    @Test
    void fitsOnAPhone() {
        Page page = browsing().as("marketing", "/console/rules", 390, "de-DE");

        fits(page);
        isAccessible(page);
        open(page, "Channel");
        fits(page);
        isAccessible(page);
    }
}
