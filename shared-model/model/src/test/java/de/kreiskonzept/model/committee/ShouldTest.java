package de.kreiskonzept.model.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.committee.Committee.FormerName;
import de.kreiskonzept.model.committee.SeatCount.Fixed;
import de.kreiskonzept.model.committee.SeatCount.PerInstance;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import de.kreiskonzept.model.committee.SeatSet.Named;
import de.kreiskonzept.model.committee.SeatSet.NamedInstance;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How many seats the rules give on a day. */
class ShouldTest {
    @Example
    void isElevenForTheGuidanceGroupOfWaldshut() {
        Composition composition = Sample.waldshut().composition(Sample.DAY);
        assertThat(composition.should()).isEqualTo(Span.exactly(11));
        assertThat(composition.withOptions()).isEqualTo(new Span(12, 13));
    }

    @Example
    void isTwelveOnceThereIsAFourthWorkingGroup() {
        Sample sample = Sample.waldshut();
        LocalDate later = Sample.DAY.plusMonths(6);
        sample.committee("Gesundheit", CommitteeKind.WORKING_GROUP, sample.guidance.id(), later);
        assertThat(sample.composition(later.minusDays(1)).should()).isEqualTo(Span.exactly(11));
        assertThat(sample.composition(later).should()).isEqualTo(Span.exactly(12));
        assertThat(sample.composition(later).withOptions()).isEqualTo(new Span(13, 14));
    }

    @Example
    void isTwelveToThirteenFromTheDayOnThatTheOptionIsTakenUp() {
        Sample sample = Sample.empty();
        sample.rule("Elf", new Fixed(11));
        sample.option("Kreistag", new Span(1, 2), Sample.DAY);
        assertThat(sample.composition(Sample.DAY.minusDays(1)).should()).isEqualTo(Span.exactly(11));
        assertThat(sample.composition(Sample.DAY).should()).isEqualTo(new Span(12, 13));
    }

    @Example
    void countsWorkingGroupsThatReportToItOnly() {
        Sample sample = Sample.waldshut();
        sample.committee("Arbeitskreis Migration", CommitteeKind.WORKING_GROUP, null);
        sample.committee("Netzwerk", CommitteeKind.NETWORK, sample.guidance.id());
        assertThat(sample.composition(Sample.DAY).should()).isEqualTo(Span.exactly(11));
    }

    @Example
    void countsWhatIsPlannedWhileTheCommitteeIsOnlyPlannedItself() {
        Sample sample = Sample.waldshut();
        sample.committee("Gesundheit", CommitteeKind.WORKING_GROUP, sample.guidance.id(), null);
        assertThat(sample.composition(Sample.FOUNDED.minusDays(1)).should()).isEqualTo(Span.exactly(12));
        assertThat(sample.composition(Sample.FOUNDED).should()).isEqualTo(Span.exactly(11));
    }

    @Example
    void givesSeatsToEachFactionWhileItExists() {
        Sample sample = Sample.empty();
        LocalDate elected = LocalDate.of(2024, 7, 1);
        var set = new Named(List.of(
                new NamedInstance("Gelb", Period.ALWAYS),
                new NamedInstance("Blau", new Period(null, elected.minusDays(1))),
                new NamedInstance("Bunt", new Period(elected, null)),
                new NamedInstance("Neu", new Period(elected, null))));
        SeatRule rule = sample.rule("Fraktionen", new PerInstance(2, set));
        assertThat(sample.structure().instances(rule, elected.minusDays(1)))
                .extracting(Instance::name)
                .containsExactly("Gelb", "Blau");
        assertThat(sample.composition(elected).should()).isEqualTo(Span.exactly(6));
    }

    @Example
    void isNoneOnceTheCommitteeIsDissolved() {
        Sample sample = Sample.waldshut();
        var dissolved = dissolved(sample.guidance, Sample.DAY);
        CommitteeStructure structure = sample.structure().with(dissolved);
        assertThat(structure.composition(dissolved, Sample.DAY).should()).isEqualTo(Span.NONE);
        assertThat(structure.composition(dissolved, Sample.DAY.minusDays(1)).should())
                .isEqualTo(Span.exactly(11));
    }

    @Example
    void namesACommitteeAsItWasCalledOnTheDay() {
        Sample sample = Sample.waldshut();
        Committee now = sample.guidance;
        var renamed = new Committee(
                now.id(),
                "Steuerungskreis",
                now.kind(),
                "",
                2,
                null,
                "",
                "",
                now.rhythm(),
                now.quorum(),
                List.of(
                        new FormerName("Runde", LocalDate.of(2021, 6, 30)),
                        new FormerName("Lenkungsgruppe", LocalDate.of(2020, 6, 30))),
                now.founded(),
                null,
                now.createdAt(),
                now.modifiedAt(),
                1);
        assertThat(renamed.nameOn(LocalDate.of(2020, 6, 30))).isEqualTo("Lenkungsgruppe");
        assertThat(renamed.nameOn(LocalDate.of(2020, 7, 1))).isEqualTo("Runde");
        assertThat(renamed.nameOn(LocalDate.of(2021, 7, 1))).isEqualTo("Steuerungskreis");
    }

    @Property
    void growsByTheNumberOfSeatsWithEachInstance(
            @ForAll @IntRange(min = 0, max = 30) int groups, @ForAll @IntRange(min = 1, max = 500) int seats) {
        Sample sample = Sample.empty();
        for (int i = 0; i < groups; i++) {
            sample.workingGroup("Kreis " + i);
        }
        sample.rule("Arbeitskreise", new PerInstance(seats, new SeatSet.Reporting(CommitteeKind.WORKING_GROUP)));
        assertThat(sample.composition(Sample.DAY).should()).isEqualTo(Span.exactly(groups * seats));
    }

    @Property
    void isTheSumOfTheRulesInAnyOrder(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 60) Integer> numbers, @ForAll Random random) {
        Sample sample = Sample.empty();
        numbers.forEach(number -> sample.rule("Sitz", new Fixed(number)));
        sample.option("Kreistag", new Span(0, 3), null);
        Collections.shuffle(sample.rules, random);
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        assertThat(sample.composition(Sample.DAY).should()).isEqualTo(Span.exactly(sum));
        assertThat(sample.composition(Sample.DAY).withOptions()).isEqualTo(new Span(sum, sum + 3));
    }

    private static Committee dissolved(Committee committee, LocalDate day) {
        return new Committee(
                committee.id(),
                committee.name(),
                committee.kind(),
                committee.ownKind(),
                committee.rank(),
                committee.reportsTo(),
                committee.tasks(),
                committee.legalBasis(),
                committee.rhythm(),
                committee.quorum(),
                committee.formerNames(),
                committee.founded(),
                day,
                committee.createdAt(),
                committee.modifiedAt(),
                1);
    }
}
