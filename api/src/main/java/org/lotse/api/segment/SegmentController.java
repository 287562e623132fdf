package org.lotse.api.segment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.Segment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The segments of the rules in force, and who belongs to one now. */
@RestController
@RequestMapping("/v1/segments")
class SegmentController {
    static final ProblemKind UNKNOWN_SEGMENT = new ProblemKind("unknown-segment", HttpStatus.NOT_FOUND);

    private final RuleSets ruleSets;
    private final SegmentMembers members;

    SegmentController(RuleSets ruleSets, SegmentMembers members) {
        this.ruleSets = ruleSets;
        this.members = members;
    }

    /** A segment and where it is written. */
    record SegmentView(String name, String subject, String file, int line) {}

    /**
     * Some members, in the order of their ids.
     *
     * @param next where to go on; absent when these were the last
     */
    record Members(List<String> items, Optional<String> next) {}

    @Operation(summary = "The segments of the rules in force")
    @GetMapping
    List<SegmentView> segments() {
        return ruleSets.active().segments().stream()
                .map(segment -> new SegmentView(
                        segment.name(),
                        segment.subject().value(),
                        segment.row().file(),
                        segment.row().row()))
                .toList();
    }

    @Operation(
            summary = "Who belongs to a segment now",
            description = "The ids of the members, page by page; each id can be decided about in a batch.")
    @GetMapping("/{name}/members")
    Members members(
            @PathVariable String name,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<String> cursor) {
        Segment segment = FindAudience.named(name, ruleSets.active());
        SegmentMembers.Page page = members.after(segment, cursor, limit);
        return new Members(page.ids(), page.next());
    }
}
