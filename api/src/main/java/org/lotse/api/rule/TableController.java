package org.lotse.api.rule;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tables of a draft, cell by cell; formats, notes and widths of a workbook stay as they are. */
@RestController
@RequestMapping("/v1/rules/drafts/{id}/tables")
class TableController {
    private final EditTables tables;
    private final JdbcDrafts drafts;

    TableController(EditTables tables, JdbcDrafts drafts) {
        this.tables = tables;
        this.drafts = drafts;
    }

    @GetMapping("/{*path}")
    ResponseEntity<TableBody> get(@PathVariable UUID id, @PathVariable String path, Locale locale) {
        return answer(tables.show(id, RulePaths.checked(path), locale));
    }

    @PutMapping("/{*path}")
    ResponseEntity<TableBody> put(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TableBody.Change change,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        long revision = DraftRevision.of(
                ifMatch,
                () -> drafts.find(id)
                        .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id))
                        .revision());
        return answer(tables.put(id, RulePaths.checked(path), change, revision, caller, locale));
    }

    private static ResponseEntity<TableBody> answer(TableBody body) {
        return ResponseEntity.ok().eTag("\"" + body.revision() + "\"").body(body);
    }
}
