package de.kreiskonzept.model.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.committee.SeatCount.Fixed;
import de.kreiskonzept.model.committee.SeatCount.PerInstance;
import de.kreiskonzept.model.committee.SeatCount.Range;
import de.kreiskonzept.model.committee.SeatSet.Named;
import de.kreiskonzept.model.committee.SeatSet.NamedInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be. */
class CommitteeLimitsTest {
    private static final LocalDate DAY = Sample.DAY;

    private final Sample sample = Sample.empty();

    @Test
    void knowsNoAddressOfSomebodyWithoutAName() {
        var person = new Person(UUID.randomUUID(), "Eva Muster", "eva@muster.example", null, Sample.NOW, Sample.NOW, 0);
        assertThat(person.forgotten().mail()).isEmpty();
        assertThat(person.withoutMail().name()).isEqualTo("Eva Muster");
        assertThatThrownBy(() -> new Person(person.id(), "", person.mail(), null, Sample.NOW, Sample.NOW, 0))
                .hasMessageContaining("mail");
    }

    @Test
    void refusesFewerSeatsThanNoneAndMoreAtLeastThanAtMost() {
        assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fixed(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(Span.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PerInstance(501, new SeatSet.Reporting(CommitteeKind.NETWORK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASetWithoutNamesOrWithOneTwice() {
        var gelb = new NamedInstance("Gelb", Period.ALWAYS);
        assertThatThrownBy(() -> new Named(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Named(List.of(gelb, gelb))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThatThrownBy(() -> new Period(DAY, DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        SeatRule rule = sample.rule("Ehrenamt", new Fixed(1));
        assertThatThrownBy(() -> sample.term(rule, "", UUID.randomUUID(), Sample.FOUNDED.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Period(DAY, DAY).holds(DAY)).isTrue();
    }

    @Test
    void knowsWhoDelegates() {
        UUID here = sample.guidance.id();
        assertThatThrownBy(() -> sample.rule(here, "Kreisrat", new Fixed(1), Appointment.DELEGATED, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample.rule(here, "Kreisrat", new Fixed(1), Appointment.ELECTED, here))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsACircleOfDelegationHoweverLong() {
        Committee one = sample.committee("Eins", CommitteeKind.NETWORK, null);
        Committee two = sample.committee("Zwei", CommitteeKind.NETWORK, null);
        delegate(sample.guidance, one);
        delegate(one, two);
        assertThat(sample.structure().delegatesInCircle()).isFalse();
        delegate(two, sample.guidance);
        assertThat(sample.structure().delegatesInCircle()).isTrue();
    }

    @Test
    void findsACommitteeThatDelegatesIntoItselfThroughItsWorkingGroups() {
        Committee group = sample.workingGroup("Wohnen");
        sample.delegates();
        assertThat(sample.structure().delegatesInCircle()).isFalse();
        delegate(sample.guidance, group);
        assertThat(sample.structure().delegatesInCircle()).isTrue();
    }

    @Test
    void findsACircleOfReports() {
        Committee below = sample.workingGroup("Wohnen");
        assertThat(sample.structure().reportsInCircle()).isFalse();
        Committee top = sample.guidance;
        var turned = new Committee(
                top.id(),
                top.name(),
                top.kind(),
                "",
                1,
                below.id(),
                "",
                "",
                top.rhythm(),
                top.quorum(),
                List.of(),
                top.founded(),
                null,
                top.createdAt(),
                top.modifiedAt(),
                1);
        assertThat(sample.structure().with(turned).reportsInCircle()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CommitteeKind.class)
    void findsAKindByItsText(CommitteeKind kind) {
        assertThat(CommitteeKind.find(kind.text())).contains(kind);
        assertThat(CommitteeKind.find(kind.name())).isEmpty();
    }

    private void delegate(Committee from, Committee into) {
        sample.rule(into.id(), "Entsandte", new Fixed(1), Appointment.DELEGATED, from.id());
    }
}
