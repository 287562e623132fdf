package org.lotse.rules.model;

import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.term.Purpose;

/**
 * Which actions are meant. An empty set does not limit; several sets limit together.
 *
 * @param actions any of these actions
 * @param groups any action of one of these groups
 * @param purposes any action done for one of these purposes
 */
public record ActionSelector(Set<ActionKey> actions, Set<String> groups, Set<Purpose> purposes) {
    /** Every action. */
    public static final ActionSelector ALL = new ActionSelector(Set.of(), Set.of(), Set.of());

    public ActionSelector {
        actions = Set.copyOf(actions);
        groups = Set.copyOf(groups);
        purposes = Set.copyOf(purposes);
    }

    /** One action. */
    public static ActionSelector of(ActionKey action) {
        return new ActionSelector(Set.of(action), Set.of(), Set.of());
    }

    /** All actions of a group. */
    public static ActionSelector ofGroup(String group) {
        return new ActionSelector(Set.of(), Set.of(group), Set.of());
    }

    /** All actions done for a purpose. */
    public static ActionSelector ofPurpose(Purpose purpose) {
        return new ActionSelector(Set.of(), Set.of(), Set.of(purpose));
    }

    /** Whether the action is meant. */
    public boolean matches(Action action) {
        return (actions.isEmpty() || actions.contains(action.key()))
                && (groups.isEmpty() || groups.contains(action.group()))
                && (purposes.isEmpty() || purposes.contains(action.purpose()));
    }
}
