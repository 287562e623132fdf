package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Language;

/** Finds actions by key or by title in either language. */
public final class Actions {
    private Actions() {}

    /** The action of this name. */
    public static Optional<ActionKey> find(Catalogue catalogue, String name) {
        String folded = Names.folded(name);
        return catalogue.actions().values().stream()
                .filter(action -> action.key().value().equals(folded)
                        || Names.folded(action.title().in(Language.EN)).equals(folded)
                        || Names.folded(action.title().in(Language.DE)).equals(folded))
                .map(Action::key)
                .findFirst();
    }

    /** The known key or title most like an unknown name, or a dash. */
    public static String nearest(Catalogue catalogue, String name) {
        List<String> known = new ArrayList<>();
        catalogue.actions().values().forEach(action -> {
            known.add(action.key().value());
            known.add(action.title().en());
            known.add(action.title().de());
        });
        return Names.nearest(name, known).orElse("-");
    }
}
