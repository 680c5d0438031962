package de.kreiskonzept.model.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.committee.SeatCount.Fixed;
import de.kreiskonzept.model.committee.SeatFinding.DoublyHeld;
import de.kreiskonzept.model.committee.SeatFinding.Expired;
import de.kreiskonzept.model.committee.SeatFinding.NoLongerDelegate;
import de.kreiskonzept.model.committee.SeatFinding.OverFilled;
import de.kreiskonzept.model.committee.SeatFinding.Vacant;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import de.kreiskonzept.model.voting.Quorum;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Where seats and people do not fit. */
class SeatFindingTest {
    private final Sample sample = Sample.empty();
    private final UUID eva = UUID.randomUUID();

    @Example
    void tellsSeatsThatNobodyHasHeld() {
        SeatRule rule = sample.rule("Ehrenamt", new Fixed(2));
        sample.term(rule, "", eva, null);
        assertThat(findings(Sample.DAY)).containsExactly(new Vacant(rule, Instance.SINGLE, 1));
        assertThat(sample.composition(Sample.DAY).missing()).isEqualTo(1);
        assertThat(sample.composition(Sample.DAY).filled()).isEqualTo(1);
    }

    @Example
    void tellsWhoseTermHasLeftASeatEmpty() {
        SeatRule rule = sample.rule("Ehrenamt", new Fixed(2));
        TermOfOffice ended = sample.term(rule, "", eva, Sample.DAY);
        assertThat(findings(Sample.DAY)).containsExactly(new Vacant(rule, Instance.SINGLE, 1));
        assertThat(findings(Sample.DAY.plusDays(1)))
                .containsExactly(new Expired(rule, Instance.SINGLE, ended), new Vacant(rule, Instance.SINGLE, 1));
        sample.term(rule, "", UUID.randomUUID(), null);
        sample.term(rule, "", UUID.randomUUID(), null);
        assertThat(findings(Sample.DAY.plusDays(1))).isEmpty();
    }

    @Example
    void tellsHowManyAreTooMany() {
        SeatRule rule = sample.rule("Ehrenamt", new Fixed(1));
        List.of(1, 2, 3).forEach(_ -> sample.term(rule, "", UUID.randomUUID(), null));
        assertThat(findings(Sample.DAY)).containsExactly(new OverFilled(rule, Instance.SINGLE, 2));
    }

    @Example
    void findsEverybodyTooManyWhileAnOptionIsNotTakenUp() {
        SeatRule rule = sample.option("Kreistag", new Span(1, 2), Sample.DAY);
        sample.term(rule, "", eva, null);
        assertThat(findings(Sample.DAY.minusDays(1))).containsExactly(new OverFilled(rule, Instance.SINGLE, 1));
        assertThat(findings(Sample.DAY)).isEmpty();
    }

    @Example
    void findsADelegateOfADissolvedCommitteeOnASeatThatIsGone() {
        SeatRule rule = sample.delegates();
        Committee gone = new Committee(
                UUID.randomUUID(),
                "Alt",
                CommitteeKind.WORKING_GROUP,
                "",
                2,
                sample.guidance.id(),
                "",
                "",
                Committee.Rhythm.UNKNOWN,
                Quorum.NONE,
                List.of(),
                Sample.FOUNDED,
                Sample.DAY,
                Sample.NOW,
                Sample.NOW,
                0);
        sample.committees.add(gone);
        sample.term(rule, gone.id().toString(), eva, null);
        assertThat(findings(Sample.DAY.minusDays(1))).isEmpty();
        assertThat(findings(Sample.DAY))
                .containsExactly(new OverFilled(rule, new Instance(gone.id().toString(), "Alt", gone.id()), 1));
    }

    @Example
    void tellsWhoHoldsTwoSeatsButNotWhoStandsInForSomebody() {
        SeatRule caritas = sample.rule("Caritas", new Fixed(1));
        SeatRule ehrenamt = sample.rule("Ehrenamt", new Fixed(1));
        TermOfOffice one = sample.term(caritas, "", eva, null);
        TermOfOffice other = sample.term(ehrenamt, "", UUID.randomUUID(), null);
        sample.term(ehrenamt, "", eva, null, other.id());
        assertThat(findings(Sample.DAY)).isEmpty();
        sample.terms.remove(other);
        TermOfOffice second = sample.term(ehrenamt, "", eva, null);
        assertThat(findings(Sample.DAY)).containsExactly(new DoublyHeld(eva, List.of(one, second)));
    }

    @Example
    void tellsWhichDelegateHasLeftTheCommitteeThatDelegates() {
        Committee council = sample.committee("Kreistag", CommitteeKind.COUNTY_COUNCIL, null);
        SeatRule members = sample.rule(council.id(), "Mitglieder", new Fixed(1), Appointment.ELECTED, null);
        SeatRule seat =
                sample.rule(sample.guidance.id(), "Kreisrat", new Fixed(1), Appointment.DELEGATED, council.id());
        sample.term(members, "", eva, Sample.DAY);
        TermOfOffice delegate = sample.term(seat, "", eva, null);
        assertThat(findings(Sample.DAY)).isEmpty();
        assertThat(findings(Sample.DAY.plusDays(1)))
                .containsExactly(new NoLongerDelegate(seat, delegate, council.id()));
    }

    @Example
    void asksNothingOfACommitteeThatAnybodyMayCometo() {
        Committee group = sample.workingGroup("Wohnen");
        sample.term(sample.delegates(), group.id().toString(), eva, null);
        assertThat(findings(Sample.DAY)).isEmpty();
    }

    @Example
    void tellsNothingOfACommitteeThatIsOnlyPlanned() {
        sample.rule("Ehrenamt", new Fixed(2));
        assertThat(findings(Sample.FOUNDED.minusDays(1))).isEmpty();
        assertThat(findings(Sample.FOUNDED)).hasSize(1);
    }

    @Property
    void countsEachEmptySeatOnceAndNeverTooManyBesides(
            @ForAll @IntRange(min = 1, max = 12) int seats,
            @ForAll @IntRange(min = 0, max = 15) int holders,
            @ForAll @IntRange(min = 0, max = 15) int ended) {
        Sample county = Sample.empty();
        SeatRule rule = county.rule("Ehrenamt", new Fixed(seats));
        for (int i = 0; i < holders; i++) {
            county.term(rule, "", UUID.randomUUID(), null);
        }
        for (int i = 0; i < ended; i++) {
            county.term(rule, "", UUID.randomUUID(), Sample.DAY.minusDays(1));
        }
        int empty = 0;
        int many = 0;
        for (SeatFinding finding : county.composition(Sample.DAY).findings()) {
            switch (finding) {
                case Vacant vacant -> empty += vacant.number();
                case Expired _ -> empty++;
                case OverFilled over -> many += over.number();
                case DoublyHeld _, NoLongerDelegate _ -> throw new AssertionError(finding);
            }
        }
        assertThat(empty - many).isEqualTo(seats - holders);
        assertThat(Math.min(empty, many)).isZero();
    }

    private List<SeatFinding> findings(LocalDate day) {
        return sample.composition(day).findings();
    }
}
