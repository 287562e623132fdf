package org.lotse.engine.term;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which terms lie where in the arrays of {@link Terms}. Two terms of one layout have the same place in all of them, so
 * whoever reads the same terms again and again looks up their places once. Immutable; equal only to itself.
 */
public final class TermLayout {
    private final TermPath[] paths;
    private final Map<TermPath, Integer> places = new HashMap<>();
    private final Map<String, TermLayout> scoped = new ConcurrentHashMap<>();

    /** What this layout was last extended to: subjects of one type are linked alike. */
    private volatile @Nullable Extension last;

    private record Extension(TermLayout by, TermLayout to) {}

    /** What may be read for the purpose that was last asked for. */
    private volatile @Nullable Readable readable;

    private record Readable(Purpose purpose, SubjectType subject, Vocabulary vocabulary, boolean[] places) {}

    TermLayout(Collection<TermPath> paths) {
        this.paths = new TreeSet<>(paths).toArray(TermPath[]::new);
        for (int place = 0; place < this.paths.length; place++) {
            places.put(this.paths[place], place);
        }
    }

    /** How many places there are. */
    public int size() {
        return paths.length;
    }

    /** The term at a place; places follow the order of the paths. */
    public TermPath path(int place) {
        return paths[place];
    }

    /** The place of a term, or -1 when it has none. */
    public int find(TermPath path) {
        Integer place = places.get(path);
        return place == null ? -1 : place;
    }

    /** The layout of the same own terms as a subject linked under {@code scope} has them; others have no place in it. */
    TermLayout under(String scope) {
        return scoped.computeIfAbsent(scope, name -> {
            TreeSet<TermPath> moved = new TreeSet<>();
            for (TermPath path : paths) {
                if (path.scope().isEmpty()) {
                    moved.add(new TermPath(Optional.of(name), path.key()));
                }
            }
            return new TermLayout(moved);
        });
    }

    /** A layout with the places of both. */
    TermLayout with(TermLayout other) {
        Extension known = last;
        if (known != null && known.by() == other) {
            return known.to();
        }
        TreeSet<TermPath> both = new TreeSet<>(places.keySet());
        if (!both.addAll(other.places.keySet())) {
            return this;
        }
        TermLayout extended = new TermLayout(both);
        last = new Extension(other, extended);
        return extended;
    }

    /** For each place whether something done for a purpose may read it. */
    boolean[] readableFor(Purpose purpose, SubjectType subject, Vocabulary vocabulary) {
        Readable known = readable;
        if (known == null
                || known.vocabulary() != vocabulary
                || known.purpose() != purpose
                || !known.subject().equals(subject)) {
            boolean[] allowed = new boolean[paths.length];
            for (int place = 0; place < paths.length; place++) {
                allowed[place] = vocabulary.mayRead(subject, paths[place], purpose);
            }
            known = new Readable(purpose, subject, vocabulary, allowed);
            readable = known;
        }
        return known.places();
    }
}
