package de.kreiskonzept.platform.committee;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_PERSON;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_RULE_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_SEAT_RULE;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_TERM;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.KeptSelect;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeRecord;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** All SQL of committees; reads them with all their seats and people in three statements. */
@Singleton
@InWorkspace(readOnly = true)
public class CommitteeStore {
    private static final Field<UUID[]> SHARING = DSL.array(DSL.select(COMMITTEE_RULE_ORGANISATION.ORGANISATION_ID)
            .from(COMMITTEE_RULE_ORGANISATION)
            .where(COMMITTEE_RULE_ORGANISATION.RULE_ID.eq(COMMITTEE_SEAT_RULE.ID))
            .orderBy(COMMITTEE_RULE_ORGANISATION.ORGANISATION_ID));
    private static final Field<String[]> SHARING_NAMES = DSL.array(DSL.select(DIRECTORY_ORGANISATION.NAME)
            .from(COMMITTEE_RULE_ORGANISATION)
            .join(DIRECTORY_ORGANISATION)
            .on(DIRECTORY_ORGANISATION.ID.eq(COMMITTEE_RULE_ORGANISATION.ORGANISATION_ID))
            .where(COMMITTEE_RULE_ORGANISATION.RULE_ID.eq(COMMITTEE_SEAT_RULE.ID))
            .orderBy(COMMITTEE_RULE_ORGANISATION.ORGANISATION_ID));

    private final DSLContext dsl;
    private final KeptSelect all;
    private final KeptSelect rules;
    private final KeptSelect terms;

    CommitteeStore(DSLContext dsl) {
        this.dsl = dsl;
        this.all = new KeptSelect(dsl, dsl.select(COMMITTEE.fields()).from(COMMITTEE));
        this.rules = new KeptSelect(
                dsl,
                dsl.select(COMMITTEE_SEAT_RULE.fields())
                        .select(SHARING, SHARING_NAMES)
                        .from(COMMITTEE_SEAT_RULE));
        this.terms = new KeptSelect(
                dsl,
                dsl.select(COMMITTEE_TERM.fields())
                        .select(COMMITTEE_PERSON.fields())
                        .select(DIRECTORY_ORGANISATION.NAME)
                        .from(COMMITTEE_TERM)
                        .join(COMMITTEE_PERSON)
                        .on(COMMITTEE_PERSON.ID.eq(COMMITTEE_TERM.PERSON_ID))
                        .leftJoin(DIRECTORY_ORGANISATION)
                        .on(DIRECTORY_ORGANISATION.ID.eq(COMMITTEE_PERSON.ORGANISATION_ID)));
    }

    /** All committees with their rules, terms and people. */
    public CommitteeBook read() {
        var organisations = new HashMap<UUID, String>();
        var people = new HashMap<UUID, Person>();
        List<Committee> committees = all.with().fetch(row -> CommitteeRows.committee(row.into(COMMITTEE)));
        var structure = new CommitteeStructure(committees, rules(organisations), terms(people, organisations));
        return new CommitteeBook(structure, people, organisations);
    }

    private List<SeatRule> rules(Map<UUID, String> organisations) {
        return rules.with().fetch(row -> {
            List<UUID> sharing = List.of(row.get(SHARING));
            for (int i = 0; i < sharing.size(); i++) {
                organisations.put(sharing.get(i), row.get(SHARING_NAMES)[i]);
            }
            return CommitteeRows.rule(row.into(COMMITTEE_SEAT_RULE), sharing);
        });
    }

    private List<TermOfOffice> terms(Map<UUID, Person> people, Map<UUID, String> organisations) {
        return terms.with().fetch(row -> {
            Person person = CommitteeRows.person(row.into(COMMITTEE_PERSON));
            people.put(person.id(), person);
            if (person.organisationId() != null) {
                organisations.put(person.organisationId(), row.get(DIRECTORY_ORGANISATION.NAME));
            }
            return CommitteeRows.term(row.into(COMMITTEE_TERM));
        });
    }

    /** The committee with this id. */
    Optional<Committee> find(UUID id) {
        return dsl.selectFrom(COMMITTEE).where(COMMITTEE.ID.eq(id)).fetchOptional(CommitteeRows::committee);
    }

    /** Whether the committee has or had a meeting. */
    boolean meets(UUID id) {
        return dsl.fetchExists(MEETING, MEETING.COMMITTEE_ID.eq(id));
    }

    /** Whether papers or decisions name this committee, or it decides on the concept. */
    boolean isNamed(UUID id) {
        return dsl.fetchExists(RESOLUTION_CONSULTATION, RESOLUTION_CONSULTATION.COMMITTEE_ID.eq(id))
                || dsl.fetchExists(RESOLUTION_DECISION, RESOLUTION_DECISION.COMMITTEE_ID.eq(id))
                || dsl.fetchExists(CONCEPT, CONCEPT.DECIDED_BY.eq(id));
    }

    /** Keeps others from changing who reports or delegates to whom until the transaction ends. */
    @InWorkspace(readOnly = false)
    public void lock() {
        dsl.select(COMMITTEE.ID)
                .from(COMMITTEE)
                .orderBy(COMMITTEE.ID)
                .forUpdate()
                .fetch();
    }

    @InWorkspace(readOnly = false)
    void insert(Committee committee) {
        dsl.insertInto(COMMITTEE).set(CommitteeRows.row(committee)).execute();
    }

    /**
     * Stores a changed committee.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Committee committee) {
        CommitteeRecord row = CommitteeRows.row(committee);
        row.setVersion(committee.version() + 1);
        Refusal.staleUnlessOne(dsl.update(COMMITTEE)
                .set(row)
                .where(COMMITTEE.ID.eq(committee.id()))
                .and(COMMITTEE.VERSION.eq(committee.version()))
                .execute());
    }

    /**
     * Deletes a committee with its rules.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(COMMITTEE)
                .where(COMMITTEE.ID.eq(id))
                .and(COMMITTEE.VERSION.eq(version))
                .execute());
    }
}
