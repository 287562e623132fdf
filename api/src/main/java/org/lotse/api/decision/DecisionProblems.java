package org.lotse.api.decision;

import org.lotse.api.problem.ProblemKind;
import org.springframework.http.HttpStatus;

/** The problems only decisions have. */
final class DecisionProblems {
    static final ProblemKind UNKNOWN_DECISION = new ProblemKind("unknown-decision", HttpStatus.NOT_FOUND);
    /** The company has named no legal basis for what the decision is done for. */
    static final ProblemKind NO_LEGAL_BASIS = new ProblemKind("no-legal-basis", HttpStatus.CONFLICT);

    static final ProblemKind UNKNOWN_RECORD = new ProblemKind("unknown-record", HttpStatus.NOT_FOUND);
    static final ProblemKind ERASED = new ProblemKind("erased", HttpStatus.GONE);
    static final ProblemKind EXPIRED = new ProblemKind("expired", HttpStatus.GONE);

    static final ProblemKind PAST_RETENTION = new ProblemKind("past-retention", HttpStatus.GONE);

    static final ProblemKind LEDGER_TERM = new ProblemKind("ledger-term", HttpStatus.FORBIDDEN);

    private DecisionProblems() {}
}
