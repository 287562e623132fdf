package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
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
    void otherInstanceGetsReadyAtApprovalAndFollows() throws InterruptedException {
        CompiledRules compiled = new CompiledRules(bundles, workshop);
        JdbcRuleSets other = new JdbcRuleSets(firstRules, activations, compiled, events, clock);
        try {
            String before = other.active().version();
            Client.Answer draft = draft(marketing(), "draft-five");
            String path = draft.header("Location");
            marketing().post(path + "/submission", "");
            release().post(path + "/approval", "");
            await(() -> compiled.has(draft.at("/version")));

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
