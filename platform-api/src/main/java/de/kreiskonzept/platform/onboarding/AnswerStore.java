package de.kreiskonzept.platform.onboarding;

import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_ANSWER;
import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_ANSWER_CHANGE;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.EvidenceKind;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.OnboardingAnswerChangeRecord;
import de.kreiskonzept.schema.workspace.tables.records.OnboardingAnswerRecord;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of answers. */
@Singleton
@InWorkspace(readOnly = true)
class AnswerStore {
    private static final Argument<Map<String, List<String>>> VALUES =
            Argument.mapOf(Argument.STRING, Argument.listOf(String.class));
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final DSLContext dsl;
    private final ObjectMapper json;
    private final Accounts accounts;

    AnswerStore(DSLContext dsl, ObjectMapper json, Accounts accounts) {
        this.dsl = dsl;
        this.json = json;
        this.accounts = accounts;
    }

    /** All answers to a checklist by question. */
    Map<String, Saved> list(String checklist) {
        return dsl.selectFrom(ONBOARDING_ANSWER)
                .where(ONBOARDING_ANSWER.CHECKLIST.eq(checklist))
                .fetchMap(ONBOARDING_ANSWER.QUESTION, this::saved);
    }

    /** The answer to a question; unopened where there is none. */
    Saved get(String checklist, String question) {
        return dsl.selectFrom(ONBOARDING_ANSWER)
                .where(ONBOARDING_ANSWER.CHECKLIST.eq(checklist))
                .and(ONBOARDING_ANSWER.QUESTION.eq(question))
                .fetchOptional(this::saved)
                .orElse(Saved.unopened(question));
    }

    /**
     * Stores an answer and what was said to the history.
     *
     * @param version that was changed; 0 where nobody has opened the question
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void put(String checklist, Answer answer, long version, SignedIn who, Instant now) {
        OnboardingAnswerRecord row = row(checklist, answer, now);
        row.setVersion(version + 1);
        if ((version == 0 ? insert(row, now) : update(row, version)) == 0) {
            throw Refusal.stale();
        }
        dsl.insertInto(ONBOARDING_ANSWER_CHANGE)
                .set(change(checklist, answer, who, now))
                .execute();
    }

    private int insert(OnboardingAnswerRecord row, Instant now) {
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        return dsl.insertInto(ONBOARDING_ANSWER).set(row).onConflictDoNothing().execute();
    }

    private int update(OnboardingAnswerRecord row, long version) {
        return dsl.update(ONBOARDING_ANSWER)
                .set(row)
                .where(ONBOARDING_ANSWER.CHECKLIST.eq(row.getChecklist()))
                .and(ONBOARDING_ANSWER.QUESTION.eq(row.getQuestion()))
                .and(ONBOARDING_ANSWER.VERSION.eq(version))
                .execute();
    }

    /** Everything that was saved to a question, the latest first. */
    List<AnswerChange> listChanges(String checklist, String question) {
        return dsl.selectFrom(ONBOARDING_ANSWER_CHANGE)
                .where(ONBOARDING_ANSWER_CHANGE.CHECKLIST.eq(checklist))
                .and(ONBOARDING_ANSWER_CHANGE.QUESTION.eq(question))
                .orderBy(ONBOARDING_ANSWER_CHANGE.CREATED_AT.desc(), ONBOARDING_ANSWER_CHANGE.ID.desc())
                .fetch(this::changed);
    }

    private OnboardingAnswerRecord row(String checklist, Answer answer, Instant now) {
        var row = new OnboardingAnswerRecord();
        row.setChecklist(checklist);
        row.setQuestion(answer.question());
        row.setState(answer.state().text());
        row.setWhy(answer.why());
        row.setOwnerId(answer.owner());
        row.setDue(answer.due());
        row.setNotes(answer.notes());
        row.setContent(write(answer.values()));
        row.setEvidence(write(texts(answer.evidence())));
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private OnboardingAnswerChangeRecord change(String checklist, Answer answer, SignedIn who, Instant now) {
        UUID owner = answer.owner();
        var row = new OnboardingAnswerChangeRecord();
        row.setId(Ids.create(now));
        row.setChecklist(checklist);
        row.setQuestion(answer.question());
        row.setState(answer.state().text());
        row.setWhy(answer.why());
        row.setOwnerName(owner == null ? "" : accounts.listAssignable().getOrDefault(owner, ""));
        row.setDue(answer.due());
        row.setNotes(answer.notes());
        row.setContent(write(answer.values()));
        row.setEvidence(write(texts(answer.evidence())));
        row.setAccountId(who.accountId());
        row.setAccountName(who.name());
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        return row;
    }

    private Saved saved(OnboardingAnswerRecord row) {
        var answer = new Answer(
                row.getQuestion(),
                QuestionState.find(row.getState()).orElseThrow(),
                row.getWhy(),
                row.getOwnerId(),
                row.getDue(),
                row.getNotes(),
                read(row.getContent(), VALUES),
                evidence(row.getEvidence()));
        return new Saved(answer, row.getModifiedAt().toInstant(), row.getVersion());
    }

    private AnswerChange changed(OnboardingAnswerChangeRecord row) {
        var answer = new Answer(
                row.getQuestion(),
                QuestionState.find(row.getState()).orElseThrow(),
                row.getWhy(),
                null,
                row.getDue(),
                row.getNotes(),
                read(row.getContent(), VALUES),
                evidence(row.getEvidence()));
        return new AnswerChange(
                answer,
                row.getOwnerName(),
                row.getAccountName(),
                row.getCreatedAt().toInstant());
    }

    private static Map<String, String> texts(Map<EvidenceKind, String> evidence) {
        var texts = new TreeMap<String, String>();
        evidence.forEach((kind, text) -> texts.put(kind.text(), text));
        return texts;
    }

    private Map<EvidenceKind, String> evidence(String content) {
        var evidence = new EnumMap<EvidenceKind, String>(EvidenceKind.class);
        read(content, TEXTS)
                .forEach((kind, text) -> evidence.put(EvidenceKind.find(kind).orElseThrow(), text));
        return evidence;
    }

    private String write(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String content, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(content, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
