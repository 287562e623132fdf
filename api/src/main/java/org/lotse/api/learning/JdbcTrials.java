package org.lotse.api.learning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.lotse.models.evaluation.Challenge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What challengers and champions said of the same offers. */
@Component
class JdbcTrials {
    private static final int MOST = 20_000;

    private final JdbcClient database;

    JdbcTrials(JdbcClient database) {
        this.database = database;
    }

    /**
     * One offer.
     *
     * @param champion what the champion said before the outcome was known
     * @param challenger what the challenger said
     */
    record Trial(double champion, double challenger, boolean happened) {}

    /** Whose trial it is. */
    record Pairing(String model, String challenger, String champion) {}

    void add(Pairing pairing, String decision, String action, Trial trial, Instant at) {
        database.sql("""
                        insert into model_trial (model, challenger, champion, decision_id, action, champion_p, challenger_p,
                            happened, at)
                        values (:model, :challenger, :champion, :decision, :action, :one, :other, :happened, :at)
                        on conflict do nothing""")
                .param("model", pairing.model())
                .param("challenger", pairing.challenger())
                .param("champion", pairing.champion())
                .param("decision", decision)
                .param("action", action)
                .param("one", trial.champion())
                .param("other", trial.challenger())
                .param("happened", trial.happened())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What the trials of a pairing say, the last ones if there are very many. */
    Challenge.Judged judged(Pairing pairing) {
        List<Trial> trials = database.sql("""
                        select champion_p, challenger_p, happened from model_trial
                        where model = ? and challenger = ? and champion = ? order by at desc limit ?""")
                .params(pairing.model(), pairing.challenger(), pairing.champion(), MOST)
                .query((row, number) -> new Trial(row.getDouble(1), row.getDouble(2), row.getBoolean(3)))
                .list();
        return Challenge.judge(
                trials.stream().mapToDouble(Trial::champion).toArray(),
                trials.stream().mapToDouble(Trial::challenger).toArray(),
                trials.stream().mapToDouble(trial -> trial.happened() ? 1 : 0).toArray());
    }
}
