package org.lotse.api.planning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import tools.jackson.databind.JsonNode;

/** Reads call problems. */
final class CallsJson {
    private static final double SPACING_HOURS = 4;
    private final List<Flaw> flaws;
    private final Map<String, Instant> slots = new HashMap<>();
    private Times times = new Times(ZoneOffset.UTC, null);

    CallsJson(List<Flaw> flaws) {
        this.flaws = flaws;
    }

    CallProblem read(JsonNode root) {
        Fields fields = new Fields(root, "", flaws);
        ZoneId zone = zone(fields, "zone");
        times = new Times(zone == null ? ZoneOffset.UTC : zone, null);
        if (zone == null) {
            fields.flaw("zone", Code.MISSING, "field", "zone");
        }
        double slotMinutes = fields.number("slotMinutes");
        double callMinutes = fields.number("callMinutes");
        List<Agent> agents = new ArrayList<>();
        for (Fields agent : fields.neededObjects("agents")) {
            agents.add(agent(agent));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Fields candidate : fields.neededObjects("candidates")) {
            candidates.add(candidate(candidate));
        }
        CallProblem.Wishes wishes =
                new CallProblem.Wishes(fields.number("preference", 0), fields.number("fairness", 0));
        fields.end();
        return new CallProblem(slotMinutes, callMinutes, times.zone(), agents, candidates, wishes);
    }

    private Agent agent(Fields fields) {
        List<Agent.Shift> shifts = new ArrayList<>();
        String id = fields.text("id");
        for (Fields shift : fields.objects("shifts")) {
            shifts.add(new Agent.Shift(
                    times.instant(shift, "from", shift.text("from")), times.instant(shift, "to", shift.text("to"))));
            shift.end();
        }
        Agent agent = new Agent(id, Set.copyOf(fields.texts("skills")), Set.copyOf(fields.texts("prefers")), shifts);
        fields.end();
        return agent;
    }

    private Candidate candidate(Fields fields) {
        Candidate candidate = new Candidate(
                fields.text("customerId"),
                fields.number("value"),
                fields.number("closing"),
                Set.copyOf(fields.texts("skills")),
                fields.optionalText("region"),
                zone(fields, "zone"),
                fields.optionalText("country"),
                fields.object("promised").map(this::promise).orElse(null),
                repeats(fields),
                fields.optionalText("preferredAgent"),
                fields.object("reachability").map(this::reachability).orElseGet(Map::of));
        fields.end();
        return candidate;
    }

    /** How often somebody may be tried; the law may allow less. */
    private static Candidate.Repeats repeats(Fields fields) {
        int attempts = (int) fields.number("attempts", 1);
        double hours = fields.number("spacingHours", SPACING_HOURS);
        return new Candidate.Repeats(attempts, Duration.ofSeconds(Math.round(hours * 3_600)), Integer.MAX_VALUE);
    }

    private Candidate.Promise promise(Fields fields) {
        Candidate.Promise promise =
                new Candidate.Promise(fields.optionalText("agent"), times.instant(fields, "at", fields.text("at")));
        fields.end();
        return promise;
    }

    private Map<Instant, Double> reachability(Fields fields) {
        Map<Instant, Double> open = new HashMap<>();
        for (String key : fields.names()) {
            Instant slot = slots.get(key);
            if (slot == null) {
                slot = times.instant(fields, key, key);
                slots.put(key, slot);
            }
            if (open.put(slot, fields.number(key)) != null) {
                fields.flaw(key, Code.SAME_SLOT_TWICE, "value", key);
            }
        }
        return open;
    }

    static @Nullable ZoneId zone(Fields fields, String name) {
        String text = fields.optionalText(name);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            fields.flaw(name, Code.WRONG_TYPE, "value", String.valueOf(text), "expected", "Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }
}
