package de.kreiskonzept.platform.committee.seat;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_PERSON;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_TERM;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_PARTICIPANT;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeRows;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.CommitteePersonRecord;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeTermRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL that writes terms of office and people. */
@Singleton
@InWorkspace
class TermStore {
    private final DSLContext dsl;

    TermStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The person with this id. */
    @InWorkspace(readOnly = true)
    Optional<Person> find(UUID id) {
        return dsl.selectFrom(COMMITTEE_PERSON)
                .where(COMMITTEE_PERSON.ID.eq(id))
                .fetchOptional(CommitteeRows::person);
    }

    void insert(Person person) {
        dsl.insertInto(COMMITTEE_PERSON).set(CommitteeRows.row(person)).execute();
    }

    void insert(TermOfOffice term) {
        dsl.insertInto(COMMITTEE_TERM).set(CommitteeRows.row(term)).execute();
    }

    /**
     * Stores a changed person; whose name is deleted has no account any more.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void update(Person person) {
        CommitteePersonRecord row = CommitteeRows.row(person);
        row.setVersion(person.version() + 1);
        if (person.isForgotten()) {
            row.setAccountId(null);
        }
        Refusal.staleUnlessOne(dsl.update(COMMITTEE_PERSON)
                .set(row)
                .where(COMMITTEE_PERSON.ID.eq(person.id()))
                .and(COMMITTEE_PERSON.VERSION.eq(person.version()))
                .execute());
    }

    /**
     * Stores a changed term.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void update(TermOfOffice term) {
        CommitteeTermRecord row = CommitteeRows.row(term);
        row.setVersion(term.version() + 1);
        Refusal.staleUnlessOne(dsl.update(COMMITTEE_TERM)
                .set(row)
                .where(COMMITTEE_TERM.ID.eq(term.id()))
                .and(COMMITTEE_TERM.VERSION.eq(term.version()))
                .execute());
    }

    /**
     * Deletes a term with its deputies, and everybody who then holds none.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(COMMITTEE_TERM)
                .where(COMMITTEE_TERM.ID.eq(id))
                .and(COMMITTEE_TERM.VERSION.eq(version))
                .execute());
        deleteIdle();
    }

    /** Deletes people without any term whom no meeting names. */
    void deleteIdle() {
        dsl.deleteFrom(COMMITTEE_PERSON)
                .whereNotExists(
                        DSL.selectOne().from(COMMITTEE_TERM).where(COMMITTEE_TERM.PERSON_ID.eq(COMMITTEE_PERSON.ID)))
                .andNotExists(DSL.selectOne()
                        .from(MEETING_PARTICIPANT)
                        .where(COMMITTEE_PERSON.ID.in(
                                MEETING_PARTICIPANT.PERSON_ID, MEETING_PARTICIPANT.STANDS_IN_FOR)))
                .execute();
    }

    /** Deletes the names of all whose last term ended before this day; gives their number. */
    int forget(LocalDate day, Instant now) {
        return dsl.update(COMMITTEE_PERSON)
                .set(COMMITTEE_PERSON.NAME, "")
                .set(COMMITTEE_PERSON.MAIL, "")
                .setNull(COMMITTEE_PERSON.ORGANISATION_ID)
                .setNull(COMMITTEE_PERSON.ACCOUNT_ID)
                .set(COMMITTEE_PERSON.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(COMMITTEE_PERSON.VERSION, COMMITTEE_PERSON.VERSION.plus(1))
                .where(COMMITTEE_PERSON.NAME.ne(""))
                .andNotExists(DSL.selectOne()
                        .from(COMMITTEE_TERM)
                        .where(COMMITTEE_TERM.PERSON_ID.eq(COMMITTEE_PERSON.ID))
                        .and(COMMITTEE_TERM.ENDS.isNull().or(COMMITTEE_TERM.ENDS.ge(day))))
                .execute();
    }
}
