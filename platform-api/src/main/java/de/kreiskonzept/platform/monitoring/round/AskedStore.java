package de.kreiskonzept.platform.monitoring.round;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_BODY;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_SPELLING;
import static de.kreiskonzept.schema.workspace.Tables.MAIL_OUTBOX;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASKED;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_REPLY;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ROUND;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.monitoring.round.Asked.Progress;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAskedRecord;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringReplyRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of the bodies that rounds ask, and of the questions they get. */
@Singleton
@InWorkspace(readOnly = true)
public class AskedStore {
    private static final Condition THERE = CONCEPT_MEASURE.DELETED_AT.isNull().and(CONCEPT_SECTION.DELETED_AT.isNull());

    private final DSLContext dsl;

    AskedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A body that a version names.
     *
     * @param email under which it was asked last; empty where it never was
     * @param measures in the order of the concept
     */
    record Proposal(UUID organisation, String name, String email, SequencedSet<UUID> measures) {}

    /** The organisations that the measures of a version name, by name; spellings that mean no organisation are left out. */
    List<Proposal> propose(UUID version, boolean leadsOnly) {
        var head = DIRECTORY_ORGANISATION.as("head");
        var found = new LinkedHashMap<UUID, Proposal>();
        var last = DSL.field(dsl.select(MONITORING_ASKED.EMAIL)
                .from(MONITORING_ASKED)
                .where(MONITORING_ASKED.ORGANISATION_ID.eq(head.ID))
                .and(MONITORING_ASKED.EMAIL.ne(""))
                .orderBy(MONITORING_ASKED.CREATED_AT.desc())
                .limit(1));
        dsl.select(head.ID, head.NAME, last, CONCEPT_MEASURE.ID)
                .from(CONCEPT_MEASURE_BODY)
                .join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(CONCEPT_MEASURE_BODY.MEASURE_ID))
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .join(DIRECTORY_SPELLING)
                .on(DIRECTORY_SPELLING.WORDS.eq(CONCEPT_MEASURE_BODY.WORDS))
                .join(DIRECTORY_ORGANISATION)
                .on(DIRECTORY_ORGANISATION.ID.eq(DIRECTORY_SPELLING.ORGANISATION_ID))
                .join(head)
                .on(head.ID.eq(DIRECTORY_ORGANISATION.HEAD_ID))
                .where(CONCEPT_MEASURE_BODY.VERSION_ID.eq(version))
                .and(leadsOnly ? CONCEPT_MEASURE_BODY.ROLE.eq(BodyRole.LEAD.text()) : DSL.noCondition())
                .and(THERE)
                .orderBy(
                        head.NAME,
                        head.ID,
                        CONCEPT_SECTION.POSITION,
                        CONCEPT_SECTION.ID,
                        CONCEPT_MEASURE.POSITION,
                        CONCEPT_MEASURE.ID)
                .forEach(row -> found.computeIfAbsent(
                                row.value1(),
                                id -> new Proposal(
                                        id,
                                        row.value2(),
                                        row.value3() == null ? "" : row.value3(),
                                        new LinkedHashSet<>()))
                        .measures()
                        .add(row.value4()));
        return List.copyOf(found.values());
    }

    /** Number of measures of a version that nobody could be asked about, because no organisation is known for them. */
    int countUnasked(UUID version, boolean leadsOnly) {
        var known = DSL.selectOne()
                .from(CONCEPT_MEASURE_BODY)
                .join(DIRECTORY_SPELLING)
                .on(DIRECTORY_SPELLING.WORDS.eq(CONCEPT_MEASURE_BODY.WORDS))
                .where(CONCEPT_MEASURE_BODY.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .and(leadsOnly ? CONCEPT_MEASURE_BODY.ROLE.eq(BodyRole.LEAD.text()) : DSL.noCondition());
        return dsl.fetchCount(dsl.selectOne()
                .from(CONCEPT_MEASURE)
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .where(CONCEPT_MEASURE.VERSION_ID.eq(version))
                .and(THERE)
                .and(DSL.notExists(known)));
    }

    /** Replaces the bodies of a round and their questions. */
    @InWorkspace(readOnly = false)
    void put(UUID round, List<Proposal> proposals, Instant now) {
        dsl.deleteFrom(MONITORING_ASKED)
                .where(MONITORING_ASKED.ROUND_ID.eq(round))
                .execute();
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        var bodies = new ArrayList<MonitoringAskedRecord>();
        var questions = new ArrayList<MonitoringReplyRecord>();
        for (Proposal one : proposals) {
            UUID id = Ids.create(now);
            bodies.add(new MonitoringAskedRecord(
                    id, round, one.organisation(), one.name(), one.email(), true, null, null, time, time, 0L, null));
            int position = 0;
            for (UUID measure : one.measures()) {
                questions.add(question(id, measure, position++, time));
            }
        }
        dsl.batchInsert(bodies).execute();
        dsl.batchInsert(questions).execute();
    }

    private static MonitoringReplyRecord question(UUID asked, UUID measure, int position, OffsetDateTime now) {
        var row = new MonitoringReplyRecord();
        row.setId(Ids.create(now.toInstant()));
        row.setAskedId(asked);
        row.setMeasureId(measure);
        row.setPosition(position);
        row.setState(ReplyState.OPEN.text());
        row.setWords("");
        row.setNothingNew(false);
        row.setAuthor("");
        row.setQuestion("");
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        return row;
    }

    /** The bodies of a round by name. */
    public List<Asked> list(UUID round) {
        return list(MONITORING_ASKED.ROUND_ID.eq(round));
    }

    /** The body with this id; empty where there is none. */
    public Optional<Asked> find(UUID id) {
        return list(MONITORING_ASKED.ID.eq(id)).stream().findFirst();
    }

    private List<Asked> list(Condition which) {
        var all = DSL.count(MONITORING_REPLY.ID);
        var given = count(ReplyState.GIVEN);
        var accepted = count(ReplyState.ACCEPTED);
        var returned = count(ReplyState.RETURNED);
        var failed = DSL.field(DSL.exists(DSL.selectOne()
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.ID.eq(MONITORING_ASKED.MAIL_ID))
                .and(MAIL_OUTBOX.STATE.eq("failed"))));
        return dsl.select(MONITORING_ASKED.fields())
                .select(failed, all, given, accepted, returned)
                .from(MONITORING_ASKED)
                .leftJoin(MONITORING_REPLY)
                .on(MONITORING_REPLY.ASKED_ID.eq(MONITORING_ASKED.ID))
                .where(which)
                .groupBy(MONITORING_ASKED.ID)
                .orderBy(MONITORING_ASKED.NAME, MONITORING_ASKED.ID)
                .fetch(row -> asked(
                        row,
                        row.get(failed),
                        new Progress(
                                row.get(all),
                                row.get(given) + row.get(accepted),
                                row.get(accepted),
                                row.get(returned))));
    }

    private static org.jooq.Field<Integer> count(ReplyState state) {
        return DSL.count().filterWhere(MONITORING_REPLY.STATE.eq(state.text())).as(state.text());
    }

    private static Asked asked(Record row, boolean failed, Progress progress) {
        return new Asked(
                row.get(MONITORING_ASKED.ID),
                row.get(MONITORING_ASKED.ROUND_ID),
                row.get(MONITORING_ASKED.NAME),
                row.get(MONITORING_ASKED.EMAIL),
                row.get(MONITORING_ASKED.WANTED),
                instant(row.get(MONITORING_ASKED.SENT_AT)),
                instant(row.get(MONITORING_ASKED.SEEN_AT)),
                failed,
                progress);
    }

    /** Number of bodies that have not said everything after the deadline, by the id of their open round; rounds without any are left out. */
    public Map<UUID, Integer> countMissing(LocalDate today) {
        var number = DSL.countDistinct(MONITORING_ASKED.ID);
        return dsl.select(MONITORING_ROUND.ID, number)
                .from(MONITORING_REPLY)
                .join(MONITORING_ASKED)
                .on(MONITORING_ASKED.ID.eq(MONITORING_REPLY.ASKED_ID))
                .join(MONITORING_ROUND)
                .on(MONITORING_ROUND.ID.eq(MONITORING_ASKED.ROUND_ID))
                .where(MONITORING_REPLY.STATE.in(ReplyState.OPEN.text(), ReplyState.RETURNED.text()))
                .and(MONITORING_ROUND.STATE.eq(RoundState.OPEN.text()))
                .and(MONITORING_ROUND.DEADLINE.lt(today))
                .and(MONITORING_ASKED.WANTED)
                .groupBy(MONITORING_ROUND.ID, MONITORING_ROUND.DEADLINE)
                .orderBy(MONITORING_ROUND.DEADLINE, MONITORING_ROUND.ID)
                .fetchMap(MONITORING_ROUND.ID, number);
    }

    /** Number of answers that somebody has to look at, by the id of their open round; rounds without any are left out. */
    public Map<UUID, Integer> countUndecided() {
        var number = DSL.count();
        return dsl.select(MONITORING_ROUND.ID, number)
                .from(MONITORING_REPLY)
                .join(MONITORING_ASKED)
                .on(MONITORING_ASKED.ID.eq(MONITORING_REPLY.ASKED_ID))
                .join(MONITORING_ROUND)
                .on(MONITORING_ROUND.ID.eq(MONITORING_ASKED.ROUND_ID))
                .where(MONITORING_REPLY.STATE.eq(ReplyState.GIVEN.text()))
                .and(MONITORING_ROUND.STATE.eq(RoundState.OPEN.text()))
                .and(MONITORING_ASKED.WANTED)
                .groupBy(MONITORING_ROUND.ID, MONITORING_ROUND.DEADLINE)
                .orderBy(MONITORING_ROUND.DEADLINE, MONITORING_ROUND.ID)
                .fetchMap(MONITORING_ROUND.ID, number);
    }

    /** Stores whom to ask and where, for all given bodies of the round at once. */
    @InWorkspace(readOnly = false)
    void address(UUID round, Map<UUID, Address> addresses, Instant now) {
        dsl.batch(addresses.entrySet().stream()
                        .map(entry -> dsl.update(MONITORING_ASKED)
                                .set(MONITORING_ASKED.EMAIL, entry.getValue().email())
                                .set(MONITORING_ASKED.WANTED, entry.getValue().wanted())
                                .set(MONITORING_ASKED.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                                .set(MONITORING_ASKED.VERSION, MONITORING_ASKED.VERSION.plus(1))
                                .where(MONITORING_ASKED.ID.eq(entry.getKey()))
                                .and(MONITORING_ASKED.ROUND_ID.eq(round)))
                        .toList())
                .execute();
    }

    /**
     * Where a body is asked.
     *
     * @param email one address or empty
     */
    record Address(String email, boolean wanted) {}

    /** Notes the last mail to each of these bodies, by its id in the outbox. */
    @InWorkspace(readOnly = false)
    void sent(Map<UUID, UUID> mails, Instant now) {
        dsl.batch(mails.entrySet().stream()
                        .map(entry -> dsl.update(MONITORING_ASKED)
                                .set(MONITORING_ASKED.SENT_AT, now.atOffset(ZoneOffset.UTC))
                                .set(MONITORING_ASKED.MAIL_ID, entry.getValue())
                                .where(MONITORING_ASKED.ID.eq(entry.getKey())))
                        .toList())
                .execute();
    }

    /** Notes that somebody opened the link of the body; the first time counts. */
    @InWorkspace(readOnly = false)
    public void seen(UUID asked, Instant now) {
        dsl.update(MONITORING_ASKED)
                .set(MONITORING_ASKED.SEEN_AT, now.atOffset(ZoneOffset.UTC))
                .where(MONITORING_ASKED.ID.eq(asked))
                .and(MONITORING_ASKED.SEEN_AT.isNull())
                .execute();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
