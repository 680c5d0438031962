package de.kreiskonzept.model.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final Part OLD_COURSES = old(1, "Kurse");
    private static final Part OLD_ADVICE = old(2, "Beratung");
    private static final Part COURSES = now(1, "Kurse");
    private static final Part ADVICE = now(2, "Beratung");

    @Test
    void tellsRenamedFromUnchanged() {
        Part renamed = now(3, "Beratung und Begleitung");
        assertThat(lineage(OLD_COURSES, COURSES, OLD_ADVICE, renamed)
                        .changes(List.of(OLD_COURSES, OLD_ADVICE), List.of(renamed, COURSES)))
                .containsExactly(new Change.Renamed(OLD_ADVICE, renamed), new Change.Unchanged(OLD_COURSES, COURSES));
    }

    @Test
    void tellsMergedSplitDroppedAndNew() {
        Part more = now(3, "Weitere Kurse");
        assertThat(lineage(OLD_COURSES, COURSES, OLD_ADVICE, COURSES)
                        .changes(List.of(OLD_COURSES, OLD_ADVICE), List.of(COURSES, more)))
                .containsExactly(new Change.Merged(List.of(OLD_COURSES, OLD_ADVICE), COURSES), new Change.Added(more));
        assertThat(lineage(OLD_COURSES, COURSES, OLD_COURSES, more)
                        .changes(List.of(OLD_COURSES, OLD_ADVICE), List.of(COURSES, more)))
                .containsExactly(new Change.Split(OLD_COURSES, List.of(COURSES, more)), new Change.Dropped(OLD_ADVICE));
    }

    @Test
    void keepsTogetherWhatBecameSeveralOutOfSeveral() {
        assertThat(lineage(OLD_COURSES, COURSES, OLD_ADVICE, COURSES, OLD_ADVICE, ADVICE)
                        .changes(List.of(OLD_COURSES, OLD_ADVICE), List.of(COURSES, ADVICE)))
                .containsExactly(new Change.Rearranged(List.of(OLD_COURSES, OLD_ADVICE), List.of(COURSES, ADVICE)));
    }

    @Test
    void passesOverPartsThatWereDeletedSince() {
        assertThat(lineage(OLD_COURSES, COURSES, OLD_COURSES, ADVICE).changes(List.of(OLD_COURSES), List.of(COURSES)))
                .containsExactly(new Change.Unchanged(OLD_COURSES, COURSES));
        assertThat(lineage(OLD_COURSES, COURSES).changes(List.of(OLD_COURSES), List.of()))
                .containsExactly(new Change.Dropped(OLD_COURSES));
    }

    @Test
    void leadsThroughTheVersionBetween() {
        Part last = new Part(new UUID(3, 1), "", "Kurse");
        var through =
                new Lineage(lineage(OLD_COURSES, COURSES, OLD_ADVICE, ADVICE).then(lineage(COURSES, last)));
        assertThat(through.changes(List.of(OLD_COURSES, OLD_ADVICE), List.of(last)))
                .containsExactly(new Change.Unchanged(OLD_COURSES, last), new Change.Dropped(OLD_ADVICE));
    }

    @Property
    void tellsOfEveryPartOfBothVersionsExactlyOnce(@ForAll("descents") List<Descent> descents) {
        List<Part> before =
                IntStream.range(0, 6).mapToObj(i -> old(i, "alt " + i)).toList();
        List<Part> after =
                IntStream.range(0, 6).mapToObj(i -> now(i, "neu " + i)).toList();

        List<Change> changes = new Lineage(descents).changes(before, after);

        assertThat(changes.stream().flatMap(change -> change.before().stream()))
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(changes.stream().flatMap(change -> change.after().stream()))
                .containsExactlyInAnyOrderElementsOf(after);
    }

    @Property
    void tellsTheSameInWhateverOrderDescentsAreGiven(@ForAll("descents") List<Descent> descents) {
        List<Part> before =
                IntStream.range(0, 6).mapToObj(i -> old(i, "alt " + i)).toList();
        List<Part> after =
                IntStream.range(0, 6).mapToObj(i -> now(i, "neu " + i)).toList();
        var shuffled = new ArrayList<>(descents);
        shuffled.addAll(descents.reversed());

        assertThat(new Lineage(shuffled).changes(before, after))
                .as("the order of descents does not matter, nor how often they are told")
                .isEqualTo(new Lineage(descents).changes(before, after));
    }

    @Provide
    Arbitrary<List<Descent>> descents() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 7);
        return Combinators.combine(number, number)
                .as((from, to) -> new Descent(new UUID(1, from), new UUID(2, to)))
                .list()
                .ofMaxSize(14);
    }

    private static Lineage lineage(Part... pairs) {
        return new Lineage(Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> new Descent(pairs[i].id(), pairs[i + 1].id()))
                .toList());
    }

    private static Part old(int number, String text) {
        return new Part(new UUID(1, number), "", text);
    }

    private static Part now(int number, String text) {
        return new Part(new UUID(2, number), "", text);
    }
}
