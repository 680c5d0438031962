package de.kreiskonzept.platform.monitoring.evidence;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_EVIDENCE;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringEvidenceRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** All SQL of files; their bytes are read only to be sent. */
@Singleton
@InWorkspace(readOnly = true)
public class EvidenceStore {
    private final DSLContext dsl;
    private final Clock clock;
    private final UploadSpace space;

    EvidenceStore(DSLContext dsl, Clock clock, UploadSpace space) {
        this.dsl = dsl;
        this.clock = clock;
        this.space = space;
    }

    /** A file with its bytes. */
    // The bytes are only ever passed on, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Whole(Evidence file, byte[] content) {}

    /** What is wrong with a file for an assessment, see {@link UploadSpace#errors}. */
    public FormErrors errors(SentFile file, FormErrors before) {
        return space.errors(file, before, 0);
    }

    /** Keeps a file of an answer, once it is checked; one that was not chosen is nothing. */
    @InWorkspace(readOnly = false)
    public void addToReply(UUID reply, SentFile file) {
        add(file, row -> row.setReplyId(reply));
    }

    /** Keeps a file of an assessment, once it is checked; one that was not chosen is nothing. */
    @InWorkspace(readOnly = false)
    public void addToAssessment(UUID assessment, SentFile file) {
        add(file, row -> row.setAssessmentId(assessment));
    }

    /** Keeps a file that proves the answer to a question of a checklist, once it is checked. */
    @InWorkspace(readOnly = false)
    public void addToQuestion(String checklist, String question, SentFile file) {
        add(file, row -> {
            row.setChecklist(checklist);
            row.setQuestion(question);
        });
    }

    private void add(SentFile file, Consumer<MonitoringEvidenceRecord> place) {
        if (file.isNone()) {
            return;
        }
        space.require(file.content().length);
        EvidenceKind kind = file.kind().orElseThrow();
        var now = clock.instant();
        var time = now.atOffset(ZoneOffset.UTC);
        MonitoringEvidenceRecord row = MONITORING_EVIDENCE.newRecord();
        place.accept(row);
        row.setId(Ids.create(now));
        row.setName(file.cleanName(kind));
        row.setKind(kind.text());
        row.setSize(file.content().length);
        row.setContent(file.content());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(0L);
        dsl.insertInto(MONITORING_EVIDENCE).set(row).execute();
    }

    /** Gives the files of answers to the assessments that these became, by the ids of both. */
    @InWorkspace(readOnly = false)
    public void pass(Map<UUID, UUID> assessments) {
        if (assessments.isEmpty()) {
            return;
        }
        var time = clock.instant().atOffset(ZoneOffset.UTC);
        dsl.update(MONITORING_EVIDENCE)
                .set(
                        MONITORING_EVIDENCE.ASSESSMENT_ID,
                        DSL.case_(MONITORING_EVIDENCE.REPLY_ID).mapValues(assessments))
                .set(MONITORING_EVIDENCE.MODIFIED_AT, time)
                .set(MONITORING_EVIDENCE.VERSION, MONITORING_EVIDENCE.VERSION.plus(1))
                .where(MONITORING_EVIDENCE.REPLY_ID.in(assessments.keySet()))
                .and(MONITORING_EVIDENCE.ASSESSMENT_ID.isNull())
                .execute();
    }

    /** Takes a file of an answer away that nobody has accepted; another one stays. */
    @InWorkspace(readOnly = false)
    public void remove(UUID reply, UUID file) {
        dsl.deleteFrom(MONITORING_EVIDENCE)
                .where(MONITORING_EVIDENCE.ID.eq(file))
                .and(MONITORING_EVIDENCE.REPLY_ID.eq(reply))
                .and(MONITORING_EVIDENCE.ASSESSMENT_ID.isNull())
                .execute();
    }

    /** Files of answers by the ids of these; answers without a file are left out. */
    public Map<UUID, List<Evidence>> ofReplies(Collection<UUID> replies) {
        return heads(MONITORING_EVIDENCE.REPLY_ID.in(replies))
                .fetchGroups(MONITORING_EVIDENCE.REPLY_ID, EvidenceStore::head);
    }

    /** Files of assessments by the ids of these; assessments without a file are left out. */
    public Map<UUID, List<Evidence>> ofAssessments(Collection<UUID> assessments) {
        return heads(MONITORING_EVIDENCE.ASSESSMENT_ID.in(assessments))
                .fetchGroups(MONITORING_EVIDENCE.ASSESSMENT_ID, EvidenceStore::head);
    }

    /** Files that prove the answer to a question, the oldest first. */
    public List<Evidence> ofQuestion(String checklist, String question) {
        return heads(isOf(checklist, question)).fetch(EvidenceStore::head);
    }

    /** A file that proves the answer to this question with its bytes. */
    public Optional<Whole> findOfQuestion(String checklist, String question, UUID file) {
        return find(file, isOf(checklist, question));
    }

    /** Takes a file away from a question; one that is not there any more is gone already. */
    @InWorkspace(readOnly = false)
    public void removeFromQuestion(String checklist, String question, UUID file) {
        dsl.deleteFrom(MONITORING_EVIDENCE)
                .where(MONITORING_EVIDENCE.ID.eq(file))
                .and(isOf(checklist, question))
                .execute();
    }

    private static Condition isOf(String checklist, String question) {
        return MONITORING_EVIDENCE.CHECKLIST.eq(checklist).and(MONITORING_EVIDENCE.QUESTION.eq(question));
    }

    private org.jooq.ResultQuery<? extends Record> heads(Condition which) {
        return dsl.select(
                        MONITORING_EVIDENCE.ID,
                        MONITORING_EVIDENCE.REPLY_ID,
                        MONITORING_EVIDENCE.ASSESSMENT_ID,
                        MONITORING_EVIDENCE.NAME,
                        MONITORING_EVIDENCE.KIND,
                        MONITORING_EVIDENCE.SIZE)
                .from(MONITORING_EVIDENCE)
                .where(which)
                .orderBy(MONITORING_EVIDENCE.CREATED_AT, MONITORING_EVIDENCE.ID);
    }

    /** A file of this answer with its bytes. */
    public Optional<Whole> findOfReply(UUID reply, UUID file) {
        return find(file, MONITORING_EVIDENCE.REPLY_ID.eq(reply));
    }

    /** A file of an assessment of this measure with its bytes. */
    public Optional<Whole> findOfMeasure(UUID measure, UUID file) {
        return find(
                file,
                MONITORING_EVIDENCE.ASSESSMENT_ID.in(DSL.select(MONITORING_ASSESSMENT.ID)
                        .from(MONITORING_ASSESSMENT)
                        .where(MONITORING_ASSESSMENT.MEASURE_ID.eq(measure))));
    }

    private Optional<Whole> find(UUID file, Condition which) {
        return dsl.selectFrom(MONITORING_EVIDENCE)
                .where(MONITORING_EVIDENCE.ID.eq(file))
                .and(which)
                .fetchOptional(row -> new Whole(head(row), row.getContent()));
    }

    private static Evidence head(Record row) {
        return new Evidence(
                row.get(MONITORING_EVIDENCE.ID),
                row.get(MONITORING_EVIDENCE.REPLY_ID),
                row.get(MONITORING_EVIDENCE.ASSESSMENT_ID),
                row.get(MONITORING_EVIDENCE.NAME),
                EvidenceKind.of(row.get(MONITORING_EVIDENCE.KIND)),
                row.get(MONITORING_EVIDENCE.SIZE));
    }
}
