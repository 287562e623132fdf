package org.lotse.api.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.decision.Records;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews: asked for, claimed by a reviewer, confirmed or corrected with a reason, answered. */
@Component
@Transactional
public class Reviews {
    private static final ProblemKind UNKNOWN_REVIEW = new ProblemKind("unknown-review", HttpStatus.NOT_FOUND);
    private static final ProblemKind SETTLED = new ProblemKind("review-settled", HttpStatus.CONFLICT);
    private static final ProblemKind CLAIMED = new ProblemKind("review-claimed", HttpStatus.CONFLICT);
    private static final int MOST = 1_000;

    private final JdbcReviews reviews;
    private final Records records;
    private final TeachByReview teach;
    private final RuleSets ruleSets;
    private final MessageSource messages;
    private final Clock clock;

    Reviews(
            JdbcReviews reviews,
            Records records,
            TeachByReview teach,
            RuleSets ruleSets,
            MessageSource messages,
            Clock clock) {
        this.reviews = reviews;
        this.records = records;
        this.teach = teach;
        this.ruleSets = ruleSets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What a reviewer decides.
     *
     * @param correction empty to confirm; an action or {@code nothing}, or {@code term=value} pairs for what rules concluded
     */
    public record Judgement(Optional<String> correction, String reason) {}

    /** Whether a review is new, and which. */
    public record Asked(Review review, boolean isNew) {}

    /**
     * Asks for a review; a decision that waits for one already keeps it.
     *
     * @param wish what the person says about the decision
     */
    public Asked ask(String decision, String wish, Caller caller, Locale locale) {
        Records.Summary known = records.summary(decision);
        String id = "r-" + UUID.randomUUID();
        boolean added =
                reviews.add(id, decision, known.subject(), wish, locale.getLanguage(), caller.name(), clock.instant());
        Review review = (added ? reviews.find(id) : reviews.unsettled(decision))
                .orElseThrow(() -> new IllegalStateException("The review of " + decision + " was settled meanwhile."));
        return new Asked(review, added);
    }

    /** Those in a state, whoever asked first comes first. */
    @Transactional(readOnly = true)
    public List<Review> inState(Review.State state, int limit) {
        return reviews.inState(state, Math.clamp(limit, 1, MOST));
    }

    /** Everything asked about a subject's decisions. */
    @Transactional(readOnly = true)
    public List<Review> about(SubjectId subject) {
        return reviews.about(subject);
    }

    /** @throws ProblemException 404 when there is no such review */
    @Transactional(readOnly = true)
    public Review find(String id) {
        return reviews.find(id).orElseThrow(() -> ProblemException.of(UNKNOWN_REVIEW, id));
    }

    /** Somebody takes it on; taking on one's own twice changes nothing. */
    public Review claim(String id, Caller caller) {
        Review review = open(id, caller);
        if (review.state() == Review.State.OPEN) {
            reviews.claim(id, caller.name(), clock.instant());
        }
        return find(id);
    }

    /** Confirms or corrects; who has not claimed it does so hereby. */
    public Review decide(String id, Judgement judgement, Caller caller) {
        Review review = open(id, caller);
        if (judgement.reason().isBlank()) {
            throw ProblemException.invalid("/reason", "MISSING");
        }
        Records.Summary decision = records.summary(review.decisionId());
        TeachByReview.Lesson lesson = teach.learn(review, decision, judgement.correction(), caller);
        Instant now = clock.instant();
        reviews.settle(new Review(
                review.reviewId(),
                review.decisionId(),
                review.subject(),
                review.wish(),
                review.language(),
                review.requestedBy(),
                review.requestedAt(),
                judgement.correction().isPresent() ? Review.State.CORRECTED : Review.State.CONFIRMED,
                review.claimedBy(),
                review.claimedAt(),
                caller.name(),
                now,
                judgement.correction().orElse(null),
                judgement.reason().strip(),
                answer(review, decision, lesson, judgement),
                lesson.isLearned()));
        return find(id);
    }

    /** Reviews settled longer ago than this are deleted. */
    public int forgetSettledBefore(Instant moment) {
        return reviews.forgetSettledBefore(moment);
    }

    /** How many reviews were settled longer ago. */
    @Transactional(readOnly = true)
    public int settledBefore(Instant moment) {
        return reviews.settledBefore(moment);
    }

    @EventListener
    void forget(SubjectErased erased) {
        reviews.forget(erased.subject());
    }

    private Review open(String id, Caller caller) {
        Review review = reviews.hold(id).orElseThrow(() -> ProblemException.of(UNKNOWN_REVIEW, id));
        if (review.state().isSettled()) {
            throw ProblemException.of(SETTLED, id, review.state());
        }
        if (review.state() == Review.State.CLAIMED && !caller.name().equals(review.claimedBy())) {
            throw ProblemException.of(CLAIMED, id, String.valueOf(review.claimedBy()));
        }
        return review;
    }

    /** What the person is told, in the language the review was asked for in. */
    private String answer(Review review, Records.Summary decision, TeachByReview.Lesson lesson, Judgement judgement) {
        Locale locale = Locale.forLanguageTag(review.language());
        ZoneId zone = ruleSets.active().settings().zone();
        String day = decision.at()
                .atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
        String reason = judgement.reason().strip();
        return judgement.correction().isPresent()
                ? messages.getMessage(
                        "review.answer.corrected",
                        new Object[] {day, lesson.titles().in(locale), reason},
                        locale)
                : messages.getMessage("review.answer.confirmed", new Object[] {day, reason}, locale);
    }
}
