package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.Status.Scope;
import de.kreiskonzept.model.monitoring.StatusVocabulary.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatusVocabularyTest {
    private static final List<Status> WHOLE = List.of(
            new Status("umgesetzt", TrafficLight.GREEN, Scope.PROJECT, "ist fertig"),
            new Status("läuft dauerhaft", TrafficLight.GREEN, Scope.PERMANENT_TASK, ""),
            new Status("in Arbeit", TrafficLight.YELLOW, Scope.ALL, ""),
            new Status("ruht", TrafficLight.RED, Scope.ALL, ""),
            new Status("offen", TrafficLight.GREY, Scope.ALL, ""));

    @Provide
    Arbitrary<StatusVocabulary> vocabularies() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3),
                        Arbitraries.of(TrafficLight.class),
                        Arbitraries.of(Scope.class))
                .as((name, light, scope) -> new Status(name, light, scope, ""))
                .list()
                .ofMaxSize(12)
                .map(StatusVocabulary::new);
    }

    @Property
    void offersEveryColourToEveryMeasureWhereNothingIsWrong(
            @ForAll("vocabularies") StatusVocabulary vocabulary, @ForAll MeasureKind kind, @ForAll TrafficLight light) {
        if (vocabulary.fault().isEmpty() && !vocabulary.isUsual()) {
            assertThat(vocabulary.offered(kind)).anyMatch(one -> one.light() == light);
        }
    }

    @Property
    void findsEachStateByItsNameWhereNothingIsWrong(@ForAll("vocabularies") StatusVocabulary vocabulary) {
        if (vocabulary.fault().isEmpty()) {
            assertThat(vocabulary.statuses())
                    .allSatisfy(
                            one -> assertThat(vocabulary.find(" " + one.name().toUpperCase() + " "))
                                    .contains(one));
        }
    }

    @Example
    void offersByTheSecondAxis() {
        var vocabulary = new StatusVocabulary(WHOLE);

        assertThat(vocabulary.fault()).isEmpty();
        assertThat(vocabulary.offered(MeasureKind.PERMANENT_TASK))
                .extracting(Status::name)
                .containsExactly("läuft dauerhaft", "in Arbeit", "ruht", "offen");
        assertThat(vocabulary.offered(MeasureKind.DO)).extracting(Status::name).doesNotContain("läuft dauerhaft");
        assertThat(vocabulary.offered(null)).hasSize(5);
        assertThat(vocabulary.of(TrafficLight.GREEN)).hasSize(2);
    }

    @Example
    void saysWhatIsWrong() {
        var twice = new ArrayList<>(WHOLE);
        twice.add(new Status("UMGESETZT", TrafficLight.RED, Scope.ALL, ""));
        assertThat(new StatusVocabulary(twice).fault()).contains(Fault.SAME_NAME);
        assertThat(new StatusVocabulary(WHOLE.subList(1, 5)).fault()).contains(Fault.COLOUR_MISSING);
        assertThat(new StatusVocabulary(Collections.nCopies(21, WHOLE.getFirst())).fault())
                .contains(Fault.TOO_MANY);
        assertThat(StatusVocabulary.USUAL.fault()).isEmpty();
        Stream.of("", " ", "x".repeat(61))
                .forEach(name -> assertThatThrownBy(() -> new Status(name, TrafficLight.RED, Scope.ALL, ""))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
