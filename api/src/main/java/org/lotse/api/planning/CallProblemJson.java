package org.lotse.api.planning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Call problems as they are kept: packed, in the form in which they are sent. */
final class CallProblemJson {
    private final JsonMapper mapper = new JsonMapper();

    byte[] write(CallProblem problem) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            mapper.writeValue(out, tree(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    CallProblem read(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            List<Flaw> flaws = new ArrayList<>();
            return new CallsJson(flaws).read(mapper.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode tree(CallProblem problem) {
        ZoneId zone = problem.zone();
        ObjectNode root = mapper.createObjectNode()
                .put("slotMinutes", problem.slotMinutes())
                .put("callMinutes", problem.callMinutes())
                .put("zone", zone.getId())
                .put("preference", problem.wishes().preference())
                .put("fairness", problem.wishes().fairness());
        ArrayNode agents = root.putArray("agents");
        for (Agent agent : problem.agents()) {
            ObjectNode node = agents.addObject().put("id", agent.id());
            agent.skills().forEach(node.putArray("skills")::add);
            agent.prefers().forEach(node.putArray("prefers")::add);
            ArrayNode shifts = node.putArray("shifts");
            agent.shifts()
                    .forEach(shift -> shifts.addObject()
                            .put("from", at(shift.from(), zone))
                            .put("to", at(shift.to(), zone)));
        }
        ArrayNode candidates = root.putArray("candidates");
        for (Candidate candidate : problem.candidates()) {
            write(candidate, candidates.addObject(), zone);
        }
        return root;
    }

    private static void write(Candidate candidate, ObjectNode node, ZoneId zone) {
        node.put("customerId", candidate.customerId())
                .put("value", candidate.value())
                .put("closing", candidate.closing());
        candidate.skills().forEach(node.putArray("skills")::add);
        if (candidate.region() != null) {
            node.put("region", candidate.region());
        }
        if (candidate.zone() != null) {
            node.put("zone", candidate.zone().getId());
        }
        if (candidate.country() != null) {
            node.put("country", candidate.country());
        }
        if (candidate.preferredAgent() != null) {
            node.put("preferredAgent", candidate.preferredAgent());
        }
        if (candidate.repeats().attempts() > 1) {
            node.put("attempts", candidate.repeats().attempts())
                    .put("spacingHours", candidate.repeats().spacing().toSeconds() / 3_600.0);
        }
        Candidate.Promise promise = candidate.promised();
        if (promise != null) {
            ObjectNode promised = node.putObject("promised").put("at", at(promise.at(), zone));
            if (promise.agent() != null) {
                promised.put("agent", promise.agent());
            }
        }
        ObjectNode open = node.putObject("reachability");
        candidate.reachability().forEach((slot, p) -> open.put(at(slot, zone), p));
    }

    private static String at(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }
}
