package de.kreiskonzept.model.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.committee.Appointment;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Committee.Rhythm;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.Period;
import de.kreiskonzept.model.committee.SeatCount;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.voting.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final Instant NOW = Instant.EPOCH;
    private static final UUID EVA = new UUID(1, 1);
    private static final UUID ADAM = new UUID(1, 2);
    private static final UUID DORA = new UUID(1, 3);
    private static final UUID ADVISER = new UUID(1, 4);

    private final Committee group = new Committee(
            new UUID(9, 9),
            "Lenkungsgruppe",
            CommitteeKind.GUIDANCE_GROUP,
            "",
            2,
            null,
            "",
            "",
            Rhythm.UNKNOWN,
            Quorum.MORE_THAN_HALF,
            List.of(),
            FOUNDED,
            null,
            NOW,
            NOW,
            0);
    private final List<SeatRule> rules = new ArrayList<>();
    private final List<TermOfOffice> terms = new ArrayList<>();
    private final UUID eva = term(rule(true), EVA, null);
    private final UUID adam = term(rule(true), ADAM, null);

    @Test
    void countsADeputyOnlyWhereTheHolderIsAbsent() {
        deputy(DORA, eva);
        assertThat(presence(Map.of(EVA, Attendance.PRESENT, DORA, Attendance.PRESENT)))
                .isEqualTo(new Presence(2, 1, Map.of(), Set.of(DORA)));
        assertThat(presence(Map.of(EVA, Attendance.EXCUSED, DORA, Attendance.PRESENT)))
                .isEqualTo(new Presence(2, 1, Map.of(DORA, EVA), Set.of()));
    }

    @Test
    void countsNobodyTwice() {
        deputy(ADAM, eva);
        deputy(DORA, eva);
        deputy(DORA, adam);
        assertThat(presence(Map.of(ADAM, Attendance.PRESENT)).present()).isEqualTo(1);
        assertThat(presence(Map.of(DORA, Attendance.PRESENT)).present()).isEqualTo(1);
    }

    @Test
    void leavesAdvisersOut() {
        term(rule(false), ADVISER, null);
        Presence presence = presence(Map.of(ADVISER, Attendance.PRESENT));
        assertThat(presence.voting()).isEqualTo(2);
        assertThat(presence.present()).isZero();
    }

    @Test
    void saysNothingBeforeAnybodyHasNotedWhoWasThere() {
        Presence unknown = presence(Map.of(EVA, Attendance.UNKNOWN));
        assertThat(unknown.present()).isNull();
        assertThat(unknown.isQuorate(Quorum.MORE_THAN_HALF, null)).isEmpty();
        assertThat(unknown.isQuorate(Quorum.NONE, null)).contains(true);
    }

    @Test
    void needsEnoughMembersForEachItem() {
        Presence both = presence(Map.of(EVA, Attendance.PRESENT, ADAM, Attendance.PRESENT));
        assertThat(both.isQuorate(Quorum.MORE_THAN_HALF, null)).contains(true);
        assertThat(both.isQuorate(Quorum.MORE_THAN_HALF, 1)).contains(false);
        assertThat(both.isQuorate(Quorum.HALF, 1)).contains(true);
        assertThat(both.isQuorate(Quorum.HALF, 0)).contains(false);
    }

    private Presence presence(Map<UUID, Attendance> attendance) {
        Composition seats = new CommitteeStructure(List.of(group), rules, terms).composition(group, FOUNDED);
        return Presence.of(seats, attendance);
    }

    private SeatRule rule(boolean voting) {
        var rule = new SeatRule(
                new UUID(2, rules.size()),
                group.id(),
                rules.size(),
                "Sitz",
                List.of(),
                new SeatCount.Fixed(1),
                false,
                true,
                voting,
                Appointment.NAMED,
                null,
                2,
                null,
                Period.ALWAYS,
                NOW,
                NOW,
                0);
        rules.add(rule);
        return rule;
    }

    private void deputy(UUID person, UUID holder) {
        TermOfOffice of = terms.stream()
                .filter(term -> term.id().equals(holder))
                .findFirst()
                .orElseThrow();
        SeatRule rule = rules.stream()
                .filter(one -> one.id().equals(of.ruleId()))
                .findFirst()
                .orElseThrow();
        term(rule, person, holder);
    }

    private UUID term(SeatRule rule, UUID person, @Nullable UUID deputyOf) {
        var term = new TermOfOffice(
                new UUID(3, terms.size()), rule.id(), "", person, FOUNDED, null, deputyOf, NOW, NOW, 0);
        terms.add(term);
        return term.id();
    }
}
