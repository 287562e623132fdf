package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Changes of rule files: drafted, checked, submitted, approved by somebody else, activated, taken back. */
public class DraftSteps {
    private static final String DRAFTS = "/v1/rules/drafts";

    private final Service service;
    private final Scene scene;
    private final RuleFiles files;
    private final RulesInForce rules;
    private final Map<String, byte[]> drafted = new TreeMap<>();
    private String draft = "";
    private String etag = "";

    public DraftSteps(Service service, Scene scene, RuleFiles files, RulesInForce rules) {
        this.service = service;
        this.scene = scene;
        this.files = files;
        this.rules = rules;
    }

    @When("marketing drafts {string} as {string} of {string} in {string}")
    public void draftCell(String value, String column, String row, String file) {
        drafted.put(file, files.with(file, row, column, value));
        begin(Roles.MARKETING);
    }

    @When("^marketing drafts the (?:table|file) \"(.+)\"$")
    @Wenn("^Marketing diese Tabelle \"(.+)\" dazulegt$")
    public void draftFile(String file, String content) {
        drafted.put(file, content.getBytes(StandardCharsets.UTF_8));
        begin(Roles.MARKETING);
    }

    @When("marketing replaces {string} by {string} in {string}")
    public void replaceWords(String before, String after, String file) {
        String text = files.text(file);
        assertThat(text).as("%s in force", file).contains(before);
        drafted.put(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        begin(Roles.MARKETING);
    }

    @When("marketing drafts a workbook with the formula {string} as {string}")
    public void draftFormula(String formula, String file) throws IOException {
        drafted.put(file, Workbooks.withFormula(formula));
        begin(Roles.MARKETING);
    }

    @When("marketing drafts a workbook with macros as {string}")
    public void draftMacros(String file) throws IOException {
        drafted.put(file, Workbooks.withMacros());
        begin(Roles.MARKETING);
    }

    @When("marketing puts a file at {string}")
    public void putAnywhere(String path) {
        scene.remember(service.upload(Roles.MARKETING, DRAFTS, Map.of(path, new byte[] {1})));
    }

    @Wenn("^Marketing im Vokabular diese Begriffe für Kunden erklärt$")
    public void declareTerms(String lines) {
        String vocabulary = vocabulary();
        int customer = vocabulary.indexOf("\n  customer:");
        int terms = vocabulary.indexOf("    terms:\n", customer) + "    terms:\n".length();
        drafted.put(
                "vocabulary.yaml",
                (vocabulary.substring(0, terms) + lines.indent(6) + vocabulary.substring(terms))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Wenn("^Marketing im Vokabular diese Entscheidung erklärt$")
    public void declareDecision(String lines) {
        String heading = "\ndecisions:\n";
        drafted.put(
                "vocabulary.yaml",
                vocabulary().replace(heading, heading + lines.indent(2)).getBytes(StandardCharsets.UTF_8));
    }

    @Given("^a draft that somebody with all rights has edited and submitted$")
    public void ownDraft() {
        String file = "tables/service-level.csv";
        drafted.put(file, files.with(file, "VIP: the top 10 %", "=> Respond within hours", "1"));
        begin(Roles.ADMIN);
        service.post(Roles.ADMIN, DRAFTS + "/" + draft + "/submission").ok();
    }

    @When("^the same person approves it$")
    public void approveOwn() {
        scene.remember(service.post(Roles.ADMIN, DRAFTS + "/" + draft + "/approval"));
    }

    @When("^the draft is submitted by marketing, approved and activated by somebody else$")
    @Wenn("^der Entwurf von Marketing eingereicht, von anderen genehmigt und aktiviert wird$")
    public void putInForce() {
        service.post(Roles.MARKETING, DRAFTS + "/" + draft + "/submission").ok();
        service.post(Roles.RELEASE, DRAFTS + "/" + draft + "/approval").ok();
        service.post(Roles.RELEASE, DRAFTS + "/" + draft + "/activation").ok();
        scene.rulesChanged();
    }

    @When("marketing has changed {string} of {string} in {string} to {string}")
    public void change(String column, String row, String file, String value) {
        draftCell(value, column, row, file);
        putInForce();
    }

    @When("^the release manager goes back to the rules before$")
    public void goBack() {
        rules.restore();
    }

    @When("^somebody changes a file of it meanwhile$")
    public void changeMeanwhile() {
        put(Roles.ADMIN).ok();
    }

    @When("^marketing changes the file it read before$")
    public void changeWhatWasRead() {
        scene.remember(put(Roles.MARKETING));
    }

    @Then("^the draft has the error (\\w+) in \"([^\"]+)\"$")
    public void hasError(String code, String file) {
        hasErrorAt(code, file, "");
    }

    @Then("^the draft has the error (\\w+) in \"([^\"]+)\" at cell \"(\\w+)\"$")
    public void hasErrorAt(String code, String file, String cell) {
        assertThat(findings()).as("the findings of %s", scene.last()).anySatisfy(finding -> {
            assertThat(Json.text(finding, "severity")).isEqualTo("ERROR");
            assertThat(Json.text(finding, "code")).isEqualTo(code);
            assertThat(Json.text(finding, "file")).isEqualTo(file);
            assertThat(Json.text(finding, "cell")).startsWith(cell);
            assertThat(Json.text(finding, "message")).isNotBlank();
        });
    }

    @Then("^the finding says \"(.+)\"$")
    public void findingSays(String words) {
        assertThat(findings().stream().map(finding -> Json.text(finding, "message")))
                .as("the findings of %s", scene.last())
                .anyMatch(message -> message.contains(words));
    }

    @Then("^the draft cannot be submitted$")
    public void cannotBeSubmitted() {
        Reply refused = service.post(Roles.MARKETING, DRAFTS + "/" + draft + "/submission");

        assertThat(refused.status()).as("the submission: %s", refused).isEqualTo(409);
        assertThat(refused.at("/type").asString())
                .as("the submission: %s", refused)
                .endsWith("draft-has-errors");
    }

    @Then("^the rules in force are unchanged$")
    public void rulesAreUnchanged() {
        assertThat(rules.now()).isEqualTo(rules.before());
    }

    /** The draft the scenario speaks about. */
    String path() {
        return DRAFTS + "/" + draft;
    }

    private void begin(String role) {
        rules.before();
        Reply begun = scene.remember(service.upload(role, DRAFTS, drafted)).ok();
        assertThat(begun.status()).as("a new draft: %s", begun).isEqualTo(201);
        draft = begun.at("/draftId").asString();
        etag = begun.header("etag").orElse("");
    }

    private Reply put(String role) {
        Map.Entry<String, byte[]> file = drafted.entrySet().iterator().next();
        return service.put(role, DRAFTS + "/" + draft + "/files/" + file.getKey(), file.getValue(), etag);
    }

    private List<JsonNode> findings() {
        return Json.items(scene.last().at("/findings"));
    }

    /** As drafted so far, else as in force. */
    private String vocabulary() {
        byte[] begun = drafted.get("vocabulary.yaml");
        return begun == null ? files.text("vocabulary.yaml") : new String(begun, StandardCharsets.UTF_8);
    }
}
