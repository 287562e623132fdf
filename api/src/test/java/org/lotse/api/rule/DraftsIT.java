package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.rules.read.RuleBundle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@ServiceTest
class DraftsIT {
    private static final String TABLE = "tables/service-level.csv";

    @LocalServerPort
    private int port;

    @Autowired
    private FirstRules firstRules;

    @Autowired
    private JdbcActivations activations;

    @Autowired
    private JdbcDrafts drafts;

    @Autowired
    private JdbcRuleBundles bundles;

    @Autowired
    private RuleWorkshop workshop;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    @Test
    void draftBecomesActiveWithASecondPairOfEyesAndIsRolledBack() {
        String before = marketing().get("/v1/rules").at("/version");
        Client.Answer draft = draft(marketing(), "draft-one");
        String path = draft.header("Location");

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.json().at("/changed").toString()).isEqualTo("[\"" + TABLE + "\"]");
        assertThat(marketing().post(path + "/submission", "").at("/state")).isEqualTo("SUBMITTED");
        assertThat(release().post(path + "/approval", "").at("/state")).isEqualTo("APPROVED");
        assertThat(release()
                        .post(path + "/activation", "{\"reason\": \"tiers of autumn\"}")
                        .at("/kind"))
                .isEqualTo("DRAFT");
        assertThat(marketing().get("/v1/rules").at("/version")).isEqualTo(draft.at("/version"));
        assertThat(marketing().get("/v1/rules/versions/active/files/" + TABLE).body())
                .contains("draft-one");

        Client.Answer back = release().post("/v1/rules/versions/" + before + "/activation", "");

        assertThat(back.at("/kind")).isEqualTo("ROLLBACK");
        assertThat(marketing().get("/v1/rules").at("/version")).isEqualTo(before);
    }

    @Test
    void nobodyApprovesTheirOwnChange() {
        String path = draft(admin(), "draft-two").header("Location");
        admin().post(path + "/submission", "");

        Client.Answer refused = admin().post(path + "/approval", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/type")).isEqualTo("/problems/own-change");
    }

    @Test
    void changeNeedsTheRevisionThatWasRead() {
        Client.Answer draft = draft(marketing(), "draft-three");
        String file = draft.header("Location") + "/files/" + TABLE;
        String content = changed("draft-four");

        assertThat(marketing().put(file, content).status()).isEqualTo(428);
        Client.Answer put = marketing().with("If-Match", draft.header("ETag")).put(file, content);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        assertThat(marketing()
                        .with("If-Match", draft.header("ETag"))
                        .put(file, content)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void damagedFileIsAFindingAndCannotBeSubmitted() {
        Client.Answer draft = new Multipart()
                .file("tables/new.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8))
                .file("expert.drl", "rule x when then end".getBytes(StandardCharsets.UTF_8))
                .send(marketing(), "/v1/rules/drafts");

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.json().at("/findings").toString())
                .contains("FILE_DAMAGED")
                .contains("CODE_REFUSED");
        Client.Answer refused = marketing().post(draft.header("Location") + "/submission", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("/problems/draft-has-errors");
    }

    @Test
    void pathsLeadNowhereElse() {
        Client.Answer refused =
                new Multipart().file("../secret.csv", new byte[] {1}).send(marketing(), "/v1/rules/drafts");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/code")).isEqualTo("RULE_PATH");
    }

    @Test
    void unknownVersionIsNamed() {
        Client.Answer refused = release().post("/v1/rules/versions/abc/activation", "");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("/detail")).contains("abc");
    }

    @Test
    void laterStartTakesWhatIsActive() {
        int before = activations.all().size();

        String version = firstRules.load().version();

        assertThat(version)
                .isEqualTo(activations.at(clock.instant()).orElseThrow().version());
        assertThat(activations.all()).hasSize(before);
    }

    /** A second is promised; here ten, as others may use the machine at the same time. */
    @Test
    void otherInstanceGetsReadyAtSubmissionAndFollows() throws InterruptedException {
        CompiledRules compiled = new CompiledRules(bundles, workshop);
        JdbcRuleSets other = new JdbcRuleSets(
                firstRules, activations, compiled, new PrepareRules(activations, drafts, compiled), events, clock);
        try {
            String before = other.active().version();
            Client.Answer draft = draft(marketing(), "draft-five");
            String path = draft.header("Location");
            marketing().post(path + "/submission", "");
            await(() -> compiled.has(draft.at("/version")));
            release().post(path + "/approval", "");

            release().post(path + "/activation", "");
            long activated = System.nanoTime();
            await(() -> !other.active().version().equals(before));

            assertThat(Duration.ofNanos(System.nanoTime() - activated)).isLessThan(Duration.ofSeconds(10));

            assertThat(other.active().version())
                    .isEqualTo(marketing().get("/v1/rules").at("/version"));
        } finally {
            other.destroy();
        }
    }

    @Test
    void lookingWhichVersionsAreReadyDoesNotCrowdOutTheLatest() {
        CompiledRules compiled = new CompiledRules(bundles, workshop);
        RuleBundle shipped = bundles.find(firstRules.load().version()).orElseThrow();
        List<String> latestFirst = new ArrayList<>();
        for (int number = 0; number < 14; number++) {
            byte[] example = ("Feature: crowd " + number + "\n").getBytes(StandardCharsets.UTF_8);
            latestFirst.addFirst(
                    compiled.of(shipped.with("tests/crowd.feature", example)).version());
            latestFirst.forEach(compiled::has);
        }

        assertThat(latestFirst.subList(0, 12)).allMatch(compiled::has);
        assertThat(latestFirst.subList(12, 14)).noneMatch(compiled::has);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 3_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(Duration.ofMillis(20));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void plannedActivationWaits() {
        String path = draft(marketing(), "draft-six").header("Location");
        marketing().post(path + "/submission", "");
        release().post(path + "/approval", "");
        String before = marketing().get("/v1/rules").at("/version");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

        Client.Answer planned = release().post(path + "/activation", "{\"at\": \"" + tomorrow + "\"}");

        assertThat(planned.status()).isEqualTo(200);
        assertThat(marketing().get("/v1/rules").at("/version")).isEqualTo(before);
        assertThat(marketing().get("/v1/rules").at("/planned/0/version")).isEqualTo(planned.at("/version"));
    }

    @Test
    void plannedDraftIsHeldWhenOtherRulesComeIntoForceBefore() {
        String before = marketing().get("/v1/rules").at("/version");
        String first = approved("draft-seven");
        String second = approved("draft-eight");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertThat(release()
                        .post(first + "/activation", "{\"at\": \"" + tomorrow + "\"}")
                        .status())
                .isEqualTo(200);

        assertThat(release().post(second + "/activation", "").status()).isEqualTo(200);

        assertThat(marketing().get(first).at("/state")).isEqualTo("APPROVED");
        assertThat(planned()).doesNotContain(marketing().get(first).at("/version"));
        Client.Answer refused = release().post(first + "/activation", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("/problems/draft-base-is-old");
        Client.Answer merge = marketing().get(first + "/merge");
        assertThat(merge.json().at("/conflicts").size()).isEqualTo(1);
        assertThat(merge.at("/theirs/0/after")).contains("draft-eight");
        Client.Answer merged = marketing()
                .with("If-Match", marketing().get(first).header("ETag"))
                .post(first + "/merge", "{\"take\": {\"" + merge.at("/conflicts/0/id") + "\": \"MINE\"}}");
        assertThat(merged.at("/state")).isEqualTo("EDITING");
        assertThat(marketing().get(first + "/files/" + TABLE).body()).contains("draft-seven");
        release().post("/v1/rules/versions/" + before + "/activation", "");
    }

    @Test
    void draftIsNotPlannedAfterAnotherItDoesNotKnow() {
        String first = approved("draft-nine");
        String second = approved("draft-ten");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(2));
        release().post(first + "/activation", "{\"at\": \"" + tomorrow + "\"}");

        Client.Answer refused =
                release().post(second + "/activation", "{\"at\": \"" + tomorrow.plus(Duration.ofDays(1)) + "\"}");

        assertThat(refused.at("/type")).isEqualTo("/problems/draft-base-is-old");
        assertThat(release().send("DELETE", first + "/activation", "").at("/state"))
                .isEqualTo("APPROVED");
        assertThat(release().send("DELETE", first + "/activation", "").at("/type"))
                .isEqualTo("/problems/activation-not-planned");
        assertThat(marketing().send("DELETE", second + "/activation", "").status())
                .isEqualTo(403);
    }

    @Test
    void discardedDraftIsOutOfSightAndStaysAsItIs() {
        Client.Answer draft = draft(marketing(), "draft-eleven");
        String path = draft.header("Location");

        assertThat(marketing()
                        .with("If-Match", draft.header("ETag"))
                        .send("DELETE", path, "")
                        .status())
                .isEqualTo(204);

        assertThat(marketing().get("/v1/rules/drafts").body()).doesNotContain(draft.at("/draftId"));
        assertThat(marketing().get(path).at("/state")).isEqualTo("DISCARDED");
        assertThat(marketing().post(path + "/submission", "").at("/type")).isEqualTo("/problems/draft-state");
        assertThat(marketing()
                        .with("If-Match", "\"2\"")
                        .put(path + "/files/" + TABLE, "x")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void submissionMayBeAJobThatEndsInTheSame() throws InterruptedException {
        String path = draft(marketing(), "draft-twelve").header("Location");

        Client.Answer begun = marketing().with("Prefer", "respond-async").post(path + "/submission", "");

        assertThat(begun.status()).isIn(200, 202);
        await(() -> marketing().get(path).at("/state").equals("SUBMITTED"));
        assertThat(release()
                        .with("Prefer", "respond-async")
                        .post(path + "/approval", "")
                        .status())
                .isIn(200, 202);
        await(() -> marketing().get(path).at("/state").equals("APPROVED"));
    }

    private String approved(String mark) {
        String path = draft(marketing(), mark).header("Location");
        assertThat(marketing().post(path + "/submission", "").status()).isEqualTo(200);
        assertThat(release().post(path + "/approval", "").status()).isEqualTo(200);
        return path;
    }

    private String planned() {
        return marketing().get("/v1/rules").json().at("/planned").toString();
    }

    private Client.Answer draft(Client editor, String mark) {
        return new Multipart()
                .file(TABLE, changed(mark).getBytes(StandardCharsets.UTF_8))
                .send(editor, "/v1/rules/drafts");
    }

    private String changed(String mark) {
        return marketing()
                .get("/v1/rules/versions/active/files/" + TABLE)
                .body()
                .replaceFirst("VIP: ", mark + " VIP: ");
    }

    private Client marketing() {
        return Client.of(port, "demo-marketing");
    }

    private Client release() {
        return Client.of(port, "demo-release");
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }
}
