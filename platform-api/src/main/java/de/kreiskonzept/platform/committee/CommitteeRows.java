package de.kreiskonzept.platform.committee;

import de.kreiskonzept.model.committee.Appointment;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Committee.FormerName;
import de.kreiskonzept.model.committee.Committee.Rhythm;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.committee.Period;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.SeatCount;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.SeatSet;
import de.kreiskonzept.model.committee.Span;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.voting.Quorum;
import de.kreiskonzept.schema.workspace.tables.records.CommitteePersonRecord;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeRecord;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeSeatRuleRecord;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeTermRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows of committees as records of the model, and the other way round. */
public final class CommitteeRows {
    private CommitteeRows() {}

    /** A committee as stored. */
    public static Committee committee(CommitteeRecord row) {
        String[] names = row.getFormerNames();
        LocalDate[] until = row.getFormerUntil();
        return new Committee(
                row.getId(),
                row.getName(),
                CommitteeKind.find(row.getKind()).orElseThrow(),
                row.getOwnKind(),
                row.getRank(),
                row.getReportsTo(),
                row.getTasks(),
                row.getLegalBasis(),
                new Rhythm(row.getRhythm(), List.of(row.getDates())),
                Quorum.find(row.getQuorum()).orElseThrow(),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new FormerName(names[i], until[i]))
                        .toList(),
                row.getFounded(),
                row.getDissolved(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    static CommitteeRecord row(Committee one) {
        var row = new CommitteeRecord();
        row.setId(one.id());
        row.setName(one.name());
        row.setKind(one.kind().text());
        row.setOwnKind(one.ownKind());
        row.setRank(one.rank());
        row.setReportsTo(one.reportsTo());
        row.setTasks(one.tasks());
        row.setLegalBasis(one.legalBasis());
        row.setRhythm(one.rhythm().words());
        row.setDates(one.rhythm().days().toArray(LocalDate[]::new));
        row.setQuorum(one.quorum().text());
        row.setFormerNames(one.formerNames().stream().map(FormerName::name).toArray(String[]::new));
        row.setFormerUntil(one.formerNames().stream().map(FormerName::until).toArray(LocalDate[]::new));
        row.setFounded(one.founded());
        row.setDissolved(one.dissolved());
        row.setCreatedAt(time(one.createdAt()));
        row.setModifiedAt(time(one.modifiedAt()));
        row.setVersion(one.version());
        return row;
    }

    static SeatRule rule(CommitteeSeatRuleRecord row, List<UUID> organisations) {
        return new SeatRule(
                row.getId(),
                row.getCommitteeId(),
                row.getPosition(),
                row.getName(),
                organisations,
                count(row),
                row.getChair(),
                row.getCounted(),
                row.getVoting(),
                Appointment.find(row.getAppointment()).orElseThrow(),
                row.getDelegatedBy(),
                row.getDeputies(),
                row.getCondition().isEmpty() ? null : new SeatRule.Option(row.getCondition(), row.getTakenUp()),
                new Period(row.getValidFrom(), row.getValidUntil()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static SeatCount count(CommitteeSeatRuleRecord row) {
        return switch (row.getCount()) {
            case "fixed" -> new SeatCount.Fixed(row.getMost());
            case "range" -> new SeatCount.Range(new Span(row.getLeast(), row.getMost()));
            case "per_name" ->
                new SeatCount.PerInstance(row.getMost(), new SeatSet.Named(NameLines.read(row.getSetNames())));
            default ->
                new SeatCount.PerInstance(
                        row.getMost(),
                        new SeatSet.Reporting(
                                CommitteeKind.find(row.getSetKind()).orElseThrow()));
        };
    }

    /** A rule as a row; its organisations stand in rows of their own. */
    public static CommitteeSeatRuleRecord row(SeatRule rule) {
        var row = new CommitteeSeatRuleRecord();
        row.setId(rule.id());
        row.setCommitteeId(rule.committeeId());
        row.setPosition(rule.position());
        row.setName(rule.name());
        row.setCount(rule.count().text());
        row.setLeast(rule.count().each().least());
        row.setMost(rule.count().each().most());
        row.setSetKind("");
        row.setSetNames("");
        if (rule.count() instanceof SeatCount.PerInstance per) {
            switch (per.set()) {
                case SeatSet.Reporting(CommitteeKind kind) -> row.setSetKind(kind.text());
                case SeatSet.Named named -> row.setSetNames(NameLines.write(named.instances()));
            }
        }
        row.setChair(rule.chair());
        row.setCounted(rule.counted());
        row.setVoting(rule.voting());
        row.setAppointment(rule.appointment().text());
        row.setDelegatedBy(rule.delegatedBy());
        row.setDeputies(rule.deputies());
        row.setCondition(rule.option() == null ? "" : rule.option().condition());
        row.setTakenUp(rule.option() == null ? null : rule.option().takenUp());
        row.setValidFrom(rule.period().from());
        row.setValidUntil(rule.period().until());
        row.setCreatedAt(time(rule.createdAt()));
        row.setModifiedAt(time(rule.modifiedAt()));
        row.setVersion(rule.version());
        return row;
    }

    /** A person as stored. */
    public static Person person(CommitteePersonRecord row) {
        return new Person(
                row.getId(),
                row.getName(),
                row.getMail(),
                row.getOrganisationId(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** A person as a row. */
    public static CommitteePersonRecord row(Person person) {
        var row = new CommitteePersonRecord();
        row.setId(person.id());
        row.setName(person.name());
        row.setMail(person.mail());
        row.setOrganisationId(person.organisationId());
        row.setCreatedAt(time(person.createdAt()));
        row.setModifiedAt(time(person.modifiedAt()));
        row.setVersion(person.version());
        return row;
    }

    static TermOfOffice term(CommitteeTermRecord row) {
        return new TermOfOffice(
                row.getId(),
                row.getRuleId(),
                row.getInstance(),
                row.getPersonId(),
                row.getBegins(),
                row.getEnds(),
                row.getDeputyOf(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** A term as a row. */
    public static CommitteeTermRecord row(TermOfOffice term) {
        return new CommitteeTermRecord(
                term.id(),
                term.ruleId(),
                term.instance(),
                term.personId(),
                term.from(),
                term.until(),
                term.deputyOf(),
                time(term.createdAt()),
                time(term.modifiedAt()),
                term.version());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
