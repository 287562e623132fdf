package org.lotse.api.rule;

import org.lotse.api.problem.ProblemKind;
import org.springframework.http.HttpStatus;

/** The kinds of problems only rules have. */
final class RuleProblems {
    static final ProblemKind UNKNOWN_VERSION = new ProblemKind("unknown-rule-version", HttpStatus.NOT_FOUND);
    static final ProblemKind UNKNOWN_RULE_FILE = new ProblemKind("unknown-rule-file", HttpStatus.NOT_FOUND);
    static final ProblemKind UNKNOWN_DRAFT = new ProblemKind("unknown-draft", HttpStatus.NOT_FOUND);
    static final ProblemKind DRAFT_STATE = new ProblemKind("draft-state", HttpStatus.CONFLICT);
    static final ProblemKind DRAFT_HAS_ERRORS = new ProblemKind("draft-has-errors", HttpStatus.CONFLICT);
    static final ProblemKind BASE_IS_OLD = new ProblemKind("draft-base-is-old", HttpStatus.CONFLICT);
    static final ProblemKind NOT_PLANNED = new ProblemKind("activation-not-planned", HttpStatus.CONFLICT);
    static final ProblemKind PROMISE_BROKEN = new ProblemKind("promise-broken", HttpStatus.CONFLICT);
    static final ProblemKind MERGE_CONFLICT = new ProblemKind("merge-conflict", HttpStatus.CONFLICT);
    static final ProblemKind OWN_CHANGE = new ProblemKind("own-change", HttpStatus.FORBIDDEN);
    static final ProblemKind PRIVACY_CHANGE = new ProblemKind("privacy-change", HttpStatus.FORBIDDEN);

    private RuleProblems() {}
}
