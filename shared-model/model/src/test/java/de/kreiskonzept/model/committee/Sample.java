package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.committee.Committee.Rhythm;
import de.kreiskonzept.model.committee.SeatCount.Fixed;
import de.kreiskonzept.model.committee.SeatCount.PerInstance;
import de.kreiskonzept.model.committee.SeatCount.Range;
import de.kreiskonzept.model.committee.SeatRule.Option;
import de.kreiskonzept.model.committee.SeatSet.Reporting;
import de.kreiskonzept.model.voting.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Committees of a county in a test; the figures of the guidance group are those of Waldshut 2019. */
final class Sample {
    static final LocalDate FOUNDED = LocalDate.of(2019, 9, 1);
    static final LocalDate DAY = LocalDate.of(2020, 3, 1);
    static final Instant NOW = Instant.parse("2019-09-01T08:00:00Z");

    final List<Committee> committees = new ArrayList<>();
    final List<SeatRule> rules = new ArrayList<>();
    final List<TermOfOffice> terms = new ArrayList<>();
    final Committee guidance;

    private Sample() {
        guidance = committee("Lenkungsgruppe", CommitteeKind.GUIDANCE_GROUP, null);
    }

    static Sample empty() {
        return new Sample();
    }

    static Sample waldshut() {
        var sample = new Sample();
        sample.rule("Leitung", new Fixed(1));
        List.of("Caritas", "Diakonie", "AWO").forEach(name -> sample.rule(name, new Fixed(1)));
        sample.workingGroup("Wohnen");
        sample.workingGroup("Arbeit");
        sample.workingGroup("Bildung");
        sample.delegates();
        List.of("Ehrenamt", "Migration", "Integrationsmanagement", "Kommunen")
                .forEach(name -> sample.rule(name, new Fixed(1)));
        sample.option("Kreistag", new Span(1, 2), null);
        return sample;
    }

    Committee committee(String name, CommitteeKind kind, @Nullable UUID reportsTo) {
        return committee(name, kind, reportsTo, FOUNDED);
    }

    Committee committee(String name, CommitteeKind kind, @Nullable UUID reportsTo, @Nullable LocalDate founded) {
        var committee = new Committee(
                UUID.randomUUID(),
                name,
                kind,
                "",
                2,
                reportsTo,
                "",
                "",
                Rhythm.UNKNOWN,
                Quorum.NONE,
                List.of(),
                founded,
                null,
                NOW,
                NOW,
                0);
        committees.add(committee);
        return committee;
    }

    Committee workingGroup(String name) {
        return committee(name, CommitteeKind.WORKING_GROUP, guidance.id());
    }

    SeatRule rule(String name, SeatCount count) {
        return rule(guidance.id(), name, count, Appointment.NAMED, null);
    }

    SeatRule delegates() {
        return rule(
                guidance.id(),
                "Arbeitskreise",
                new PerInstance(1, new Reporting(CommitteeKind.WORKING_GROUP)),
                Appointment.DELEGATED,
                null);
    }

    SeatRule rule(UUID committee, String name, SeatCount count, Appointment appointment, @Nullable UUID from) {
        return add(committee, name, count, appointment, from, null);
    }

    SeatRule option(String name, Span span, @Nullable LocalDate takenUp) {
        return add(
                guidance.id(), name, new Range(span), Appointment.NAMED, null, new Option("falls gewünscht", takenUp));
    }

    private SeatRule add(
            UUID committee,
            String name,
            SeatCount count,
            Appointment appointment,
            @Nullable UUID from,
            @Nullable Option option) {
        var rule = new SeatRule(
                UUID.randomUUID(),
                committee,
                rules.size(),
                name,
                List.of(),
                count,
                false,
                true,
                true,
                appointment,
                from,
                1,
                option,
                Period.ALWAYS,
                NOW,
                NOW,
                0);
        rules.add(rule);
        return rule;
    }

    TermOfOffice term(SeatRule rule, String instance, UUID person, @Nullable LocalDate until) {
        return term(rule, instance, person, until, null);
    }

    TermOfOffice term(SeatRule rule, String instance, UUID person, @Nullable LocalDate until, @Nullable UUID deputyOf) {
        var term =
                new TermOfOffice(UUID.randomUUID(), rule.id(), instance, person, FOUNDED, until, deputyOf, NOW, NOW, 0);
        terms.add(term);
        return term;
    }

    CommitteeStructure structure() {
        return new CommitteeStructure(committees, rules, terms);
    }

    Composition composition(LocalDate day) {
        return structure().composition(guidance, day);
    }
}
