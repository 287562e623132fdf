package org.lotse.models.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.training.Progress;
import org.lotse.models.training.TrainingCancelled;

class FindDuplicatesTest {
    @Test
    void findsMostWithoutAnyDecisionAndKeepsSpousesApart() {
        Customers customers = Customers.of(900, 7);

        Quality quality = new Rehearse(customers.records, customers.truth, Progress.SILENT).crossValidated(0, 5, 1);

        assertThat(quality.compared()).as("pairs that were compared").isGreaterThanOrEqualTo(quality.all() - 1);
        assertThat(quality.f1()).as("%s", quality).isGreaterThan(0.97);
    }

    @Test
    void aHundredAnswersDoNotMakeItWorse() {
        Customers customers = Customers.of(900, 7);
        Rehearse rehearse = new Rehearse(customers.records, customers.truth, Progress.SILENT);

        Quality before = rehearse.crossValidated(0, 3, 1);
        Quality after = rehearse.crossValidated(100, 3, 1);

        assertThat(after.f1()).as("%s after %s", after, before).isGreaterThanOrEqualTo(before.f1() - 0.005);
    }

    @Test
    void privateAndBusinessCustomersAreNeverCompared() {
        Map<Field, String> person =
                new EnumMap<>(Customers.of(1, 1).records.getFirst().fields());
        Map<Field, String> company = new EnumMap<>(person);
        company.put(Field.KIND, "BUSINESS");

        Found found = find(List.of(new CustomerRecord("1", person), new CustomerRecord("2", company)));

        assertThat(found.pairs()).isZero();
        assertThat(find(List.of(new CustomerRecord("1", person), new CustomerRecord("2", person)))
                        .groups())
                .as("of one kind they are one customer")
                .containsExactly(List.of(0, 1));
    }

    @Test
    void fatherAndSonOfOneNameAreTwo() {
        List<CustomerRecord> records = new ArrayList<>(Customers.of(300, 3).records);
        Map<Field, String> father = new EnumMap<>(records.getFirst().fields());
        father.put(Field.BIRTH_DATE, "1950-03-04");
        Map<Field, String> son = new EnumMap<>(father);
        son.put(Field.BIRTH_DATE, "1981-11-20");
        son.remove(Field.EMAIL);
        records.set(0, new CustomerRecord("father", father));
        records.set(1, new CustomerRecord("son", son));

        Found found = find(records);

        Suspect pair = found.suspects().stream()
                .filter(suspect -> suspect.one() == 0 && suspect.other() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(pair.together()).isFalse();
        assertThat(Rules.speakAgainst(pair.pattern())).isTrue();
        assertThat(Rules.speakFor(pair.pattern()))
                .as("and yet somebody looks at it")
                .isTrue();
    }

    @Test
    void aDecisionChangesWhatIsThoughtOfPairsOfItsKind() {
        Found found = find(Customers.of(300, 3).records);
        PairPattern pattern = found.suspects().stream()
                .map(Suspect::pattern)
                .min(Comparator.comparingDouble(one -> Math.abs(found.linkage().margin(one))))
                .orElseThrow();
        double before = found.linkage().margin(pattern);

        List<Decision> contrary = Collections.nCopies(20, new Decision(pattern, before < 0));

        assertThat(found.linkage().learn(contrary).margin(pattern) * before).isNegative();
        assertThat(found.linkage().learn(List.of()).probability(pattern))
                .as("decisions taken back are forgotten")
                .isEqualTo(found.linkage().probability(pattern));
    }

    @Test
    void asksAboutKindsNotAskedYetAndNeverTwoOfAKindAtOnce() {
        Found found = find(Customers.of(300, 3).records);
        List<PairPattern> open = found.suspects().stream().map(Suspect::pattern).toList();
        ChooseQuestions choose = new ChooseQuestions(found.linkage());

        List<Integer> first = choose.choose(open, List.of(), 10);

        assertThat(first.stream().map(open::get)).doesNotHaveDuplicates().hasSize(10);
        List<Decision> asked = List.of(new Decision(open.get(first.getFirst()), true));
        assertThat(choose.choose(open, asked, 1).stream().map(open::get)).containsExactly(open.get(first.get(1)));
    }

    @Test
    void aStoredLinkageJudgesTheSame() {
        Found found = find(Customers.of(300, 3).records);
        Linkage learned = found.linkage()
                .learn(List.of(new Decision(found.suspects().getFirst().pattern(), true)));

        Linkage stored = StoreLinkage.read(StoreLinkage.write(learned));

        for (Suspect suspect : found.suspects()) {
            assertThat(stored.margin(suspect.pattern())).isEqualTo(learned.margin(suspect.pattern()));
        }
        assertThat(stored.decisions()).isEqualTo(1);
        assertThat(stored.learn(List.of()).margin(found.suspects().getFirst().pattern()))
                .isEqualTo(found.linkage().margin(found.suspects().getFirst().pattern()));
    }

    @Test
    void aDamagedLinkageIsNamed() {
        assertThatThrownBy(() -> StoreLinkage.read("version: 1\nkinds: {}\n"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("SAME")
                .hasMessageContaining("train");
        assertThatThrownBy(() -> StoreLinkage.read("version: 7\n"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("version");
    }

    @Test
    void stopsWhenNobodyWantsItAnyMore() {
        Progress cancelled = new Progress() {
            @Override
            public void at(String step, double share) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> new FindDuplicates(cancelled).find(Customers.of(10, 1).records, List.of()))
                .isInstanceOf(TrainingCancelled.class);
    }

    @Test
    void aTelephoneOfThousandsDoesNotCompareEachWithEach() {
        List<CustomerRecord> records = new ArrayList<>();
        Customers customers = Customers.of(3_000, 5);
        for (CustomerRecord record : customers.records) {
            Map<Field, String> fields = new EnumMap<>(record.fields());
            fields.put(Field.PHONE, "0800 1234567");
            records.add(new CustomerRecord(record.id(), fields));
        }

        assertThat(find(records).pairs()).isLessThan(200_000);
    }

    @Test
    void nobodyIsNoDuplicate() {
        assertThat(find(List.of()).suspects()).isEmpty();
    }

    private static Found find(List<CustomerRecord> records) {
        return new FindDuplicates(Progress.SILENT).find(records, List.of());
    }
}
