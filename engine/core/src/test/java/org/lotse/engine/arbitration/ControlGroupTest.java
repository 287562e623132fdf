package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.SubjectId;

class ControlGroupTest {
    private static final int PERSONS = 50_000;

    @Test
    void holdsTheShareOfPersonsItSays() {
        assertThat(members(group(0.02)) / (double) PERSONS).isCloseTo(0.02, within(0.003));
    }

    @Test
    void keepsItsMembersWhenItGrows() {
        assertThat(persons().filter(i -> group(0.02).contains(person(i))))
                .allMatch(i -> group(0.05).contains(person(i)));
    }

    @Test
    void isDrawnAnewUnderAnotherSalt() {
        ControlGroup next = new ControlGroup(0.02, "2027", Set.of());

        assertThat(persons()
                        .filter(i -> group(0.02).contains(person(i)) && next.contains(person(i)))
                        .count())
                .isLessThan(100);
    }

    @Test
    void isTheSameOnEveryInstanceAndInEveryBuild() {
        assertThat(group(0.02).contains(SubjectId.customer("c-33"))).isFalse();
        assertThat(persons().filter(i -> group(0.02).contains(person(i))).limit(3))
                .containsExactly(FIRST_MEMBERS);
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> group(2)).hasMessageContaining("write 0.02");
    }

    private static final Integer[] FIRST_MEMBERS = {96, 152, 194};

    private static java.util.stream.Stream<Integer> persons() {
        return IntStream.range(0, PERSONS).boxed();
    }

    private static long members(ControlGroup group) {
        return persons().filter(i -> group.contains(person(i))).count();
    }

    private static ControlGroup group(double share) {
        return new ControlGroup(share, "2026", Set.of());
    }

    private static SubjectId person(int i) {
        return SubjectId.customer("c-" + i);
    }
}
