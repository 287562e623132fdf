package org.lotse.engine.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.lotse.engine.note.Finding.Kind;

/**
 * Reads facts and tasks out of a note. A clause that names nothing speaks of what was named before it in its sentence, else in
 * the sentence before; never of what comes later: "no need" for drills stays with the drills. Immutable.
 */
public final class ReadNote {
    private static final int MONTHS_UNTIL_ASKED_AGAIN = 3;
    private static final int DAYS_TO_ANSWER = 7;
    private final Function<String, Optional<Kind>> otherwise;

    /** Reads by rules alone. */
    public ReadNote() {
        this(clause -> Optional.empty());
    }

    /** @param otherwise what a clause no rule understands says, as a learned model sees it; empty for nothing */
    public ReadNote(Function<String, Optional<Kind>> otherwise) {
        this.otherwise = otherwise;
    }

    /** @param written the day of the note: "in three months" counts from it */
    public List<Finding> read(String note, LocalDate written) {
        Reading reading = new Reading(written);
        for (List<SplitNote.Clause> sentence : SplitNote.sentences(note)) {
            for (SplitNote.Clause clause : sentence) {
                reading.clause(clause);
            }
        }
        return reading.all();
    }

    private final class Reading {
        private final LocalDate written;
        private final List<Finding> found = new ArrayList<>();
        private String topic = "";

        Reading(LocalDate written) {
            this.written = written;
        }

        void clause(SplitNote.Clause clause) {
            String text = clause.text();
            person(text);
            int before = found.size();
            if (!task(text)) {
                fact(text);
            }
            boolean spoke = found.size() > before;
            for (String aside : clause.aside()) {
                person(aside);
                if (spoke && NoteWords.CONCERN.matcher(aside).find()) {
                    concern(aside);
                } else if (spoke && !NoteWords.PERSON.matcher(aside).find()) {
                    found.set(before, found.get(before).detailed(aside));
                }
            }
        }

        private boolean task(String text) {
            LocalDate due = DueDay.in(text, written).orElse(null);
            if (NoteWords.CALL_BACK.matcher(text).find()) {
                add(Finding.of(Kind.CALL_BACK, "", text).until(due));
            } else if (NoteWords.OFFER.matcher(text).find()
                    && !NoteWords.NOT_AN_OFFER.matcher(text).find()) {
                add(about(Kind.MAKE_OFFER, text, Topic.of(text, NoteWords.ABOUT))
                        .until(due));
            } else if (NoteWords.INFORMATION.matcher(text).find()) {
                add(about(Kind.SEND_INFORMATION, text, Topic.of(text, NoteWords.ABOUT))
                        .until(due));
            } else if (NoteWords.ASK_AGAIN.matcher(text).find()) {
                String asked = Topic.of(text, NoteWords.ABOUT, NoteWords.WEGEN);
                add(about(Kind.ASK_AGAIN, text, asked)
                        .until(due == null ? written.plusMonths(MONTHS_UNTIL_ASKED_AGAIN) : due));
            } else {
                Matcher contact = NoteWords.CONTACT.matcher(text);
                if (!contact.find()) {
                    return false;
                }
                String whom = contact.group("about") == null ? contact.group("before") : contact.group("about");
                add(Finding.of(Kind.CONTACT, Topic.phrase(whom), text).until(due));
            }
            return true;
        }

        private void fact(String text) {
            Matcher same = NoteWords.SAME_PLACE.matcher(text);
            if (NoteWords.NO_NEED.matcher(text).find()) {
                add(about(Kind.NO_NEED_NOW, text, Topic.of(text, NoteWords.ABOUT)));
            } else if (NoteWords.NO_INTEREST.matcher(text).find()) {
                add(about(Kind.NO_INTEREST, text, Topic.of(text, NoteWords.ABOUT)));
            } else if (NoteWords.ACUTE.matcher(text).find()) {
                add(about(
                        Kind.ACUTE_INTEREST,
                        text,
                        Topic.of(text, NoteWords.ABOUT, NoteWords.AFTER_VERB, NoteWords.BEFORE_VERB)));
            } else if (NoteWords.CONCERN.matcher(text).find()) {
                concern(text);
            } else if (NoteWords.INTEREST.matcher(text).find()) {
                add(about(Kind.INTEREST, text, Topic.of(text, NoteWords.ABOUT, NoteWords.AFTER_VERB)));
            } else if (NoteWords.SHOWN.matcher(text).find()) {
                add(about(Kind.SHOWN, text, Topic.of(text, NoteWords.AFTER_VERB, NoteWords.BEFORE_VERB)));
            } else if (same.find()) {
                add(Finding.of(Kind.SAME_PLACE, company(same.group("about")), text));
            } else if (NoteWords.COMPETITOR.matcher(text).find()) {
                add(Finding.of(Kind.COMPETITOR, text, text));
            } else {
                works(text);
            }
        }

        private void works(String text) {
            Matcher works = NoteWords.WORKS_ON.matcher(text);
            if (works.find()) {
                add(Finding.of(Kind.WORKS_ON, Topic.phrase(works.group("about")), text));
            } else {
                otherwise
                        .apply(text)
                        .ifPresent(kind -> add(about(kind, text, topic.isEmpty() ? Topic.phrase(text) : "")));
            }
        }

        /** A worry is one about something; what it is held against is what was spoken of. */
        private void concern(String text) {
            String worry = Topic.of(text, NoteWords.ABOUT, NoteWords.WEGEN);
            add(Finding.of(Kind.CONCERN, worry.isEmpty() ? text : worry, text).detailed(topic));
        }

        private void person(String text) {
            Matcher person = NoteWords.PERSON.matcher(text);
            while (person.find()) {
                String name = person.group();
                if (found.stream()
                        .noneMatch(one ->
                                one.kind() == Kind.CONTACT_PERSON && one.about().equals(name))) {
                    found.add(Finding.of(Kind.CONTACT_PERSON, name, text));
                }
            }
        }

        private Finding about(Kind kind, String text, String named) {
            if (!named.isEmpty()) {
                topic = named;
            }
            return Finding.of(kind, topic, text);
        }

        private void add(Finding finding) {
            boolean known = found.stream()
                    .anyMatch(one -> one.kind() == finding.kind() && one.about().equalsIgnoreCase(finding.about()));
            if (!known) {
                found.add(finding);
            }
        }

        /** What was found, and the tasks that follow from facts and were not written down. */
        List<Finding> all() {
            List<Finding> all = new ArrayList<>(found);
            for (Finding fact : found) {
                switch (fact.kind()) {
                    case NO_NEED_NOW -> follow(all, Kind.ASK_AGAIN, fact, written.plusMonths(MONTHS_UNTIL_ASKED_AGAIN));
                    case ACUTE_INTEREST -> {
                        follow(all, Kind.SEND_INFORMATION, fact, written.plusDays(1));
                        follow(all, Kind.MAKE_OFFER, fact, written.plusDays(DAYS_TO_ANSWER));
                    }
                    case INTEREST -> {
                        boolean declined = found.stream()
                                .anyMatch(one -> (one.kind() == Kind.NO_NEED_NOW || one.kind() == Kind.NO_INTEREST)
                                        && Topic.same(one.about(), fact.about()));
                        if (!declined) {
                            follow(all, Kind.SEND_INFORMATION, fact, written.plusDays(DAYS_TO_ANSWER));
                        }
                    }
                    case SAME_PLACE -> follow(all, Kind.CONTACT, fact, written.plusDays(DAYS_TO_ANSWER));
                    default -> {}
                }
            }
            return List.copyOf(all);
        }

        private void follow(List<Finding> all, Kind kind, Finding fact, LocalDate due) {
            boolean there = all.stream().anyMatch(one -> one.kind() == kind && Topic.same(one.about(), fact.about()));
            if (!there && !fact.about().isEmpty()) {
                String worries = String.join(
                        ", ",
                        found.stream()
                                .filter(one -> one.kind() == Kind.CONCERN
                                        && kind == Kind.SEND_INFORMATION
                                        && Topic.same(one.detail(), fact.about()))
                                .map(Finding::about)
                                .toList());
                all.add(new Finding(kind, fact.about(), worries, fact.quote(), due));
            }
        }

        private static String company(String name) {
            return name.replaceAll("^(?:Fa\\.|Firma|Die Firma|Company|Auch|Also)\\s+", "");
        }
    }
}
