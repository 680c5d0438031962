package de.kreiskonzept.platform.monitoring.reply;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_DETAIL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASKED;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_REPLY;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.concept.Rows;
import de.kreiskonzept.platform.monitoring.Light;
import de.kreiskonzept.platform.monitoring.evidence.EvidenceStore;
import de.kreiskonzept.platform.monitoring.vocabulary.VocabularyStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of questions and their answers. */
@Singleton
@InWorkspace(readOnly = true)
class ReplyStore {
    private final DSLContext dsl;
    private final EvidenceStore files;
    private final VocabularyStore vocabularies;

    ReplyStore(DSLContext dsl, EvidenceStore files, VocabularyStore vocabularies) {
        this.dsl = dsl;
        this.files = files;
        this.vocabularies = vocabularies;
    }

    /** What the county calls the states of its measures. */
    StatusVocabulary vocabulary() {
        return vocabularies.find();
    }

    /** Where the files of answers are kept. */
    EvidenceStore files() {
        return files;
    }

    /** Questions to one body, in the order of the concept; measures that were deleted since are left out. */
    List<Reply> listOfBody(UUID asked) {
        return list(MONITORING_REPLY.ASKED_ID.eq(asked));
    }

    /** Questions of a round to bodies that are asked, by body; those in this state only, where it is not null. */
    List<Reply> listOfRound(UUID round, @Nullable ReplyState state) {
        return list(MONITORING_ASKED
                .ROUND_ID
                .eq(round)
                .and(MONITORING_ASKED.WANTED)
                .and(state == null ? DSL.noCondition() : MONITORING_REPLY.STATE.eq(state.text())));
    }

    Optional<Reply> find(UUID id) {
        return list(MONITORING_REPLY.ID.eq(id)).stream().findFirst();
    }

    private List<Reply> list(Condition which) {
        return dsl.select(MONITORING_REPLY.fields())
                .select(
                        MONITORING_ASKED.ROUND_ID,
                        MONITORING_ASKED.NAME,
                        CONCEPT_SECTION.NAME,
                        CONCEPT_MEASURE.NUMBER,
                        CONCEPT_MEASURE.TEXT,
                        CONCEPT_MEASURE_DETAIL.KIND)
                .select(MONITORING_LIGHT.fields())
                .from(MONITORING_REPLY)
                .join(MONITORING_ASKED)
                .on(MONITORING_ASKED.ID.eq(MONITORING_REPLY.ASKED_ID))
                .join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(MONITORING_REPLY.MEASURE_ID))
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .leftJoin(CONCEPT_MEASURE_DETAIL)
                .on(CONCEPT_MEASURE_DETAIL.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .where(which)
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .orderBy(MONITORING_ASKED.NAME, MONITORING_ASKED.ID, MONITORING_REPLY.POSITION)
                .fetch(ReplyStore::reply);
    }

    /**
     * Stores an answer with its file.
     *
     * @param author empty where the body itself answers
     * @throws Refusal 412 where the question has changed since
     */
    @InWorkspace(readOnly = false)
    void answer(Reply reply, Replies.Answer answer, String author, Instant now) {
        Light light = answer.light();
        ReasonClass reason = light.reason();
        int changed = dsl.update(MONITORING_REPLY)
                .set(MONITORING_REPLY.STATE, ReplyState.GIVEN.text())
                .set(MONITORING_REPLY.LIGHT, light.light().text())
                .set(MONITORING_REPLY.REASON, reason == null ? null : reason.text())
                .set(MONITORING_REPLY.STATUS, light.status())
                .set(MONITORING_REPLY.WORDS, light.justification())
                .set(MONITORING_REPLY.NOTHING_NEW, answer.nothingNew())
                .set(MONITORING_REPLY.AUTHOR, author)
                .set(MONITORING_REPLY.REPLIED_AT, time(now))
                .set(MONITORING_REPLY.MODIFIED_AT, time(now))
                .set(MONITORING_REPLY.VERSION, reply.version() + 1)
                .where(MONITORING_REPLY.ID.eq(reply.id()))
                .and(MONITORING_REPLY.VERSION.eq(reply.version()))
                .execute();
        if (changed == 0) {
            throw Refusal.stale();
        }
        files.addToReply(reply.id(), answer.file());
    }

    /** Answers "nothing new" to all questions of a body that are open, in one statement; gives their number. */
    @InWorkspace(readOnly = false)
    int answerNothingNew(UUID asked, String author, Instant now) {
        var light = DSL.select(MONITORING_LIGHT.LIGHT)
                .from(MONITORING_LIGHT)
                .where(MONITORING_LIGHT.MEASURE_ID.eq(MONITORING_REPLY.MEASURE_ID));
        var reason = DSL.select(MONITORING_LIGHT.REASON)
                .from(MONITORING_LIGHT)
                .where(MONITORING_LIGHT.MEASURE_ID.eq(MONITORING_REPLY.MEASURE_ID));
        var status = DSL.select(MONITORING_LIGHT.STATUS)
                .from(MONITORING_LIGHT)
                .where(MONITORING_LIGHT.MEASURE_ID.eq(MONITORING_REPLY.MEASURE_ID));
        return dsl.update(MONITORING_REPLY)
                .set(MONITORING_REPLY.STATE, ReplyState.GIVEN.text())
                .set(MONITORING_REPLY.LIGHT, DSL.coalesce(DSL.field(light), TrafficLight.GREY.text()))
                .set(MONITORING_REPLY.REASON, DSL.field(reason))
                .set(MONITORING_REPLY.STATUS, DSL.coalesce(DSL.field(status), ""))
                .set(MONITORING_REPLY.WORDS, "")
                .set(MONITORING_REPLY.NOTHING_NEW, true)
                .set(MONITORING_REPLY.AUTHOR, author)
                .set(MONITORING_REPLY.REPLIED_AT, time(now))
                .set(MONITORING_REPLY.MODIFIED_AT, time(now))
                .set(MONITORING_REPLY.VERSION, MONITORING_REPLY.VERSION.plus(1))
                .where(MONITORING_REPLY.ASKED_ID.eq(asked))
                .and(MONITORING_REPLY.STATE.eq(ReplyState.OPEN.text()))
                .execute();
    }

    /**
     * Notes that answers were accepted, all of them or none, in one statement.
     *
     * @throws Refusal 412 where one of them has changed since
     */
    @InWorkspace(readOnly = false)
    void accept(List<Reply> replies, Instant now) {
        if (replies.isEmpty()) {
            return;
        }
        int changed = dsl.update(MONITORING_REPLY)
                .set(MONITORING_REPLY.STATE, ReplyState.ACCEPTED.text())
                .set(MONITORING_REPLY.QUESTION, "")
                .set(MONITORING_REPLY.MODIFIED_AT, time(now))
                .set(MONITORING_REPLY.VERSION, MONITORING_REPLY.VERSION.plus(1))
                .where(DSL.row(MONITORING_REPLY.ID, MONITORING_REPLY.VERSION)
                        .in(replies.stream()
                                .map(one -> DSL.row(one.id(), one.version()))
                                .toList()))
                .execute();
        if (changed != replies.size()) {
            throw Refusal.stale();
        }
    }

    /**
     * Notes what a lead asks back.
     *
     * @throws Refusal 412 where the answer has changed since
     */
    @InWorkspace(readOnly = false)
    void askBack(Reply reply, String question, Instant now) {
        int changed = dsl.update(MONITORING_REPLY)
                .set(MONITORING_REPLY.STATE, ReplyState.RETURNED.text())
                .set(MONITORING_REPLY.QUESTION, question)
                .set(MONITORING_REPLY.MODIFIED_AT, time(now))
                .set(MONITORING_REPLY.VERSION, reply.version() + 1)
                .where(MONITORING_REPLY.ID.eq(reply.id()))
                .and(MONITORING_REPLY.VERSION.eq(reply.version()))
                .execute();
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    private static Reply reply(Record row) {
        String light = row.get(MONITORING_REPLY.LIGHT);
        String reason = row.get(MONITORING_REPLY.REASON);
        String kind = row.get(CONCEPT_MEASURE_DETAIL.KIND);
        OffsetDateTime replied = row.get(MONITORING_REPLY.REPLIED_AT);
        return new Reply(
                row.get(MONITORING_REPLY.ID),
                row.get(MONITORING_REPLY.ASKED_ID),
                row.get(MONITORING_ASKED.ROUND_ID),
                row.get(MONITORING_ASKED.NAME),
                row.get(MONITORING_REPLY.MEASURE_ID),
                row.get(CONCEPT_SECTION.NAME),
                row.get(CONCEPT_MEASURE.NUMBER),
                row.get(CONCEPT_MEASURE.TEXT),
                kind == null ? null : MeasureKind.of(kind),
                Rows.light(row),
                ReplyState.of(row.get(MONITORING_REPLY.STATE)),
                light == null ? null : TrafficLight.of(light),
                row.get(MONITORING_REPLY.STATUS),
                reason == null ? null : ReasonClass.of(reason),
                row.get(MONITORING_REPLY.WORDS),
                row.get(MONITORING_REPLY.NOTHING_NEW),
                row.get(MONITORING_REPLY.AUTHOR),
                row.get(MONITORING_REPLY.QUESTION),
                replied == null ? null : replied.toInstant(),
                row.get(MONITORING_REPLY.VERSION));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
