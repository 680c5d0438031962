package de.kreiskonzept.platform.concept.history;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_FIELD_CHANGE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.identity.support.VisitorNames;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptFieldChangeRecord;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the history of fields. Who changes something writes here in the same transaction, so that nothing is changed
 * without a line and no line tells of what was rolled back. The person is the one whose request is at work.
 */
@Singleton
@InWorkspace
public class FieldHistory {
    private final DSLContext dsl;
    private final VisitorNames visitors;
    private final Clock clock;

    FieldHistory(DSLContext dsl, VisitorNames visitors, Clock clock) {
        this.dsl = dsl;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** Tells that these parts are new. */
    public void created(Collection<Subject> parts) {
        dsl.batchInsert(parts.stream().map(part -> row(part, What.CREATED, 0)).toList())
                .execute();
    }

    /** Tells that a part went to the bin or came back. */
    public void tell(Subject part, What what, long version) {
        dsl.insertInto(CONCEPT_FIELD_CHANGE).set(row(part, what, version)).execute();
    }

    /**
     * Tells of every field that differs; nothing is written where none does.
     *
     * @param version row version of the part since this change
     * @param before texts by the names of the fields; what is missing was empty
     * @param after the same of now
     */
    public void changed(Subject part, long version, Map<String, String> before, Map<String, String> after) {
        dsl.batchInsert(differing(part, version, before, after)).execute();
    }

    /** The same for many parts at once. */
    public void changed(Collection<Changed> parts) {
        dsl.batchInsert(parts.stream()
                        .flatMap(
                                part -> differing(part.subject(), part.version(), part.before(), part.after()).stream())
                        .toList())
                .execute();
    }

    /**
     * A part whose fields may differ.
     *
     * @param version row version of the part since this change
     */
    public record Changed(Subject subject, long version, Map<String, String> before, Map<String, String> after) {}

    /** Part of the history of a part of the concept, the latest first. */
    @InWorkspace(readOnly = true)
    public List<FieldChange> list(Subject part, long offset, int limit) {
        return changes(select().where(about(part))
                .orderBy(CONCEPT_FIELD_CHANGE.CHANGED_AT.desc(), CONCEPT_FIELD_CHANGE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch());
    }

    /** Number of lines in the whole history of a part. */
    @InWorkspace(readOnly = true)
    public int count(Subject part) {
        return dsl.fetchCount(CONCEPT_FIELD_CHANGE, about(part));
    }

    /** Number of lines about a version and everything in it that came after this moment. */
    @InWorkspace(readOnly = true)
    public int countSince(UUID version, Instant moment) {
        return dsl.fetchCount(
                CONCEPT_FIELD_CHANGE,
                CONCEPT_FIELD_CHANGE.CHANGED_AT.gt(moment.atOffset(ZoneOffset.UTC)),
                DSL.or(
                        CONCEPT_FIELD_CHANGE.VERSION_ID.eq(version),
                        CONCEPT_FIELD_CHANGE.SECTION_ID.in(DSL.select(CONCEPT_SECTION.ID)
                                .from(CONCEPT_SECTION)
                                .where(CONCEPT_SECTION.VERSION_ID.eq(version))),
                        CONCEPT_FIELD_CHANGE.GOAL_ID.in(DSL.select(CONCEPT_GOAL.ID)
                                .from(CONCEPT_GOAL)
                                .where(CONCEPT_GOAL.VERSION_ID.eq(version))),
                        CONCEPT_FIELD_CHANGE.MEASURE_ID.in(DSL.select(CONCEPT_MEASURE.ID)
                                .from(CONCEPT_MEASURE)
                                .where(CONCEPT_MEASURE.VERSION_ID.eq(version))),
                        CONCEPT_FIELD_CHANGE.TEXT_ID.in(DSL.select(CONCEPT_TEXT_BLOCK.ID)
                                .from(CONCEPT_TEXT_BLOCK)
                                .where(CONCEPT_TEXT_BLOCK.VERSION_ID.eq(version)))));
    }

    /** Lines that came after a row version of a part, the oldest first. */
    @InWorkspace(readOnly = true)
    public List<FieldChange> since(Subject part, long version) {
        return changes(select().where(about(part))
                .and(CONCEPT_FIELD_CHANGE.NODE_VERSION.gt(version))
                .orderBy(CONCEPT_FIELD_CHANGE.CHANGED_AT, CONCEPT_FIELD_CHANGE.ID)
                .fetch());
    }

    /** One line of the history of this part; empty where it has no such line. */
    @InWorkspace(readOnly = true)
    public Optional<FieldChange> find(Subject part, UUID id) {
        return changes(select().where(about(part))
                        .and(CONCEPT_FIELD_CHANGE.ID.eq(id))
                        .fetch())
                .stream()
                .findFirst();
    }

    private List<FieldChange> changes(Result<Record> rows) {
        var names = visitors.in(rows, CONCEPT_FIELD_CHANGE.ACCOUNT_ID, IDENTITY_ACCOUNT.NAME);
        return rows.map(row -> change(row, names.apply(row)));
    }

    private List<ConceptFieldChangeRecord> differing(
            Subject part, long version, Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !before.getOrDefault(field, "").equals(after.getOrDefault(field, "")))
                .map(field -> {
                    var row = row(part, What.CHANGED, version);
                    row.setField(field);
                    row.setBefore(before.getOrDefault(field, ""));
                    row.setAfter(after.getOrDefault(field, ""));
                    return row;
                })
                .toList();
    }

    private ConceptFieldChangeRecord row(Subject part, What what, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = CONCEPT_FIELD_CHANGE.newRecord();
        row.setId(Ids.create(now));
        row.set(column(part), part.id());
        row.setWhat(what.text());
        row.setField("");
        row.setBefore("");
        row.setAfter("");
        row.setNodeVersion(version);
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        row.setAccountId(account());
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        return row;
    }

    private static @Nullable UUID account() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getUserPrincipal(SignedIn.class))
                .map(SignedIn::accountId)
                .orElse(null);
    }

    private SelectOnConditionStep<Record> select() {
        return dsl.select(CONCEPT_FIELD_CHANGE.fields())
                .select(IDENTITY_ACCOUNT.NAME)
                .from(CONCEPT_FIELD_CHANGE)
                .leftJoin(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(CONCEPT_FIELD_CHANGE.ACCOUNT_ID));
    }

    private static Condition about(Subject part) {
        return column(part).eq(part.id());
    }

    private static Field<UUID> column(Subject part) {
        return Objects.requireNonNull(CONCEPT_FIELD_CHANGE.field(DSL.field(DSL.name(part.kind() + "_id"), UUID.class)));
    }

    private static FieldChange change(Record joined, @Nullable String name) {
        var row = joined.into(CONCEPT_FIELD_CHANGE);
        return new FieldChange(
                row.getId(),
                What.of(row.getWhat()),
                row.getField(),
                row.getBefore(),
                row.getAfter(),
                row.getNodeVersion(),
                row.getChangedAt().toInstant(),
                row.getAccountId(),
                name);
    }
}
