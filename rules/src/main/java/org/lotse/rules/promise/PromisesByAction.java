package org.lotse.rules.promise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Promise;

/**
 * The promises of a bundle, with what they say about the action chosen worked out for every action of the catalogue: most
 * promises cannot be broken by most actions, and what is left of them is asked once per situation and channel and not once
 * per pair. Says the same as {@link Promises}. Immutable and safe for many threads.
 */
public final class PromisesByAction {
    private static final Condition NEVER = new Condition.Any(List.of());

    private final List<Condition> questions = new ArrayList<>();
    private final Map<ActionKey, List<Open>> open = new HashMap<>();

    /**
     * A promise that an action may break.
     *
     * @param question the number of the question that is left of its condition
     */
    private record Open(Promise promise, int question) {}

    /**
     * @param promises as read from the bundle
     * @param actions those that may be chosen
     */
    public PromisesByAction(List<Promise> promises, Collection<Action> actions) {
        for (Action action : actions) {
            List<Open> ofAction = new ArrayList<>();
            for (Promise promise : promises) {
                Condition left = knowing(action, promise.condition());
                boolean isKept = left.equals(promise.kind() == Promise.Kind.NEVER ? NEVER : Condition.ALWAYS);
                if (!isKept) {
                    ofAction.add(new Open(promise, question(left)));
                }
            }
            open.put(action.key(), List.copyOf(ofAction));
        }
    }

    private int question(Condition left) {
        int known = questions.indexOf(left);
        if (known < 0) {
            questions.add(left);
        }
        return known < 0 ? questions.size() - 1 : known;
    }

    /** What is left of a condition when it is known which action is chosen. */
    private static Condition knowing(Action action, Condition condition) {
        return switch (condition) {
            case Condition.ChosenAction(var actions) -> actions.matches(action) ? Condition.ALWAYS : NEVER;
            case Condition.All(var parts) -> {
                List<Condition> left = left(action, parts, Condition.ALWAYS);
                yield left.contains(NEVER) ? NEVER : left.size() == 1 ? left.getFirst() : new Condition.All(left);
            }
            case Condition.Any(var parts) -> {
                List<Condition> left = left(action, parts, NEVER);
                yield left.contains(Condition.ALWAYS)
                        ? Condition.ALWAYS
                        : left.size() == 1 ? left.getFirst() : new Condition.Any(left);
            }
            case Condition.Test test -> test;
            case Condition.ChosenChannel channel -> channel;
            case Condition.Objection objection -> objection;
            case Condition.ConsentMissing missing -> missing;
        };
    }

    private static List<Condition> left(Action action, List<Condition> parts, Condition without) {
        List<Condition> left = new ArrayList<>();
        for (Condition part : parts) {
            Condition known = knowing(action, part);
            if (!known.equals(without)) {
                left.add(known);
            }
        }
        return left;
    }

    /**
     * Asks about several choices in one situation.
     *
     * @param situation what is known of the subject; which action and channel are chosen does not matter
     */
    public InSituation in(DecisionFacts situation) {
        return new InSituation(situation);
    }

    /** One situation; remembers what was found out about it. For use by one thread. */
    public final class InSituation {
        private final DecisionFacts situation;
        /** The channels asked about, and by channel the answers by number of the question. */
        private final List<Channel> channels = new ArrayList<>(4);

        private final List<@Nullable Truth[]> answers = new ArrayList<>(4);

        private InSituation(DecisionFacts situation) {
            this.situation = situation;
        }

        /** The first promise, in the order of the file, that choosing this action over this channel would break. */
        public Optional<Promise> firstBrokenBy(Action action, Channel channel) {
            List<Open> ofAction = open.get(action.key());
            if (ofAction == null) {
                throw new IllegalArgumentException("The action " + action.key()
                        + " is not in the catalogue of this bundle. Maybe it is another version's.");
            }
            for (int promise = 0; promise < ofAction.size(); promise++) {
                Open each = ofAction.get(promise);
                Truth broken = each.promise().kind() == Promise.Kind.NEVER ? Truth.TRUE : Truth.FALSE;
                if (holds(each.question(), channel) == broken) {
                    return Optional.of(each.promise());
                }
            }
            return Optional.empty();
        }

        private Truth holds(int question, Channel channel) {
            @Nullable Truth[] known = about(channel);
            Truth answer = known[question];
            if (answer == null) {
                answer = Promises.holds(questions.get(question), situation.over(channel));
                known[question] = answer;
            }
            return answer;
        }

        @SuppressWarnings("ReferenceEquality") // Equal channels that are not the same are asked about again.
        private @Nullable Truth[] about(Channel channel) {
            for (int each = 0; each < channels.size(); each++) {
                if (channels.get(each) == channel) {
                    return answers.get(each);
                }
            }
            @Nullable Truth[] fresh = new Truth[questions.size()];
            channels.add(channel);
            answers.add(fresh);
            return fresh;
        }
    }
}
