package de.kreiskonzept.platform.concept.writing;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_WRITING;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps drafts of forms, each for its writer alone, and knows who was at which form a moment ago. Neither ever stands in anybody's
 * way: there are no locks.
 */
@Singleton
@InWorkspace
public class Writing {
    /** How long somebody counts as writing after the last sign. */
    public static final Duration PRESENT = Duration.ofMinutes(2);

    /** How long a draft is kept after the last word. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Most characters of a draft, with the names of its fields. */
    public static final int LIMIT = 200_000;

    private static final Argument<Map<String, List<String>>> FIELDS =
            Argument.mapOf(Argument.STRING, Argument.listOf(String.class));

    private final DSLContext dsl;
    private final ObjectMapper json;
    private final Clock clock;

    Writing(DSLContext dsl, ObjectMapper json, Clock clock) {
        this.dsl = dsl;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody at a part of the concept. */
    public record Writer(UUID node, String name) {}

    /** Notes that this person has the form open. */
    public void seen(Sheet sheet, SignedIn who) {
        OffsetDateTime now = now();
        put(sheet, who, null, now, false);
    }

    /**
     * Keeps what this person has typed; without fields the draft goes and the person stays.
     *
     * @param fields null where nothing differs from what is stored
     * @return when it was kept, or empty where it is longer than {@link #LIMIT} and an earlier draft stays as it is
     */
    public Optional<OffsetDateTime> keep(Sheet sheet, @Nullable Map<String, List<String>> fields, SignedIn who) {
        OffsetDateTime now = now();
        String content = fields == null ? null : write(fields);
        if (content != null && content.length() > LIMIT) {
            return Optional.empty();
        }
        put(sheet, who, content, now, true);
        return Optional.of(now);
    }

    /** The draft of this person in this form. */
    @InWorkspace(readOnly = true)
    public Optional<Unsaved> find(String form, SignedIn who) {
        return dsl.selectFrom(CONCEPT_WRITING)
                .where(own(form, who))
                .and(CONCEPT_WRITING.CONTENT.isNotNull())
                .and(CONCEPT_WRITING.WRITTEN_AT.gt(now().minus(KEPT)))
                .fetchOptional(row -> new Unsaved(
                        read(row.getContent()),
                        row.getNodeVersion(),
                        row.getWrittenAt().toInstant()));
    }

    /** Ends this person's writing in a form, because it was saved or thrown away. */
    public void end(String form, SignedIn who) {
        dsl.deleteFrom(CONCEPT_WRITING).where(own(form, who)).execute();
    }

    /** Names of the others who have this form open. */
    @InWorkspace(readOnly = true)
    public List<String> others(String form, SignedIn who) {
        return dsl.select(IDENTITY_ACCOUNT.NAME)
                .from(CONCEPT_WRITING)
                .join(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(CONCEPT_WRITING.ACCOUNT_ID))
                .where(CONCEPT_WRITING.FORM.eq(form))
                .and(present(who))
                .orderBy(IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.ID)
                .fetch(IDENTITY_ACCOUNT.NAME);
    }

    /** The others who have a form of one of these nodes open. */
    @InWorkspace(readOnly = true)
    public List<Writer> othersAt(Collection<UUID> nodes, SignedIn who) {
        return dsl.select(CONCEPT_WRITING.NODE_ID, IDENTITY_ACCOUNT.NAME)
                .from(CONCEPT_WRITING)
                .join(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(CONCEPT_WRITING.ACCOUNT_ID))
                .where(CONCEPT_WRITING.NODE_ID.in(nodes))
                .and(present(who))
                .orderBy(IDENTITY_ACCOUNT.NAME, CONCEPT_WRITING.FORM)
                .fetch(row -> new Writer(row.value1(), row.value2()));
    }

    /** Deletes drafts that nobody went on with for too long, and who was last seen before. */
    public void clear() {
        dsl.deleteFrom(CONCEPT_WRITING)
                .where(CONCEPT_WRITING.WRITTEN_AT.lt(now().minus(KEPT)))
                .or(CONCEPT_WRITING.CONTENT.isNull().and(CONCEPT_WRITING.SEEN_AT.lt(now().minus(PRESENT))))
                .execute();
    }

    private void put(Sheet sheet, SignedIn who, @Nullable String content, OffsetDateTime now, boolean typed) {
        var row = CONCEPT_WRITING.newRecord();
        row.setAccountId(who.accountId());
        row.setForm(sheet.form());
        row.setVersionId(sheet.versionId());
        row.setNodeId(sheet.node());
        row.setNodeVersion(sheet.nodeVersion());
        row.setContent(content);
        row.setWrittenAt(content == null ? null : now);
        row.setSeenAt(now);
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        var update = dsl.insertInto(CONCEPT_WRITING)
                .set(row)
                .onConflict(CONCEPT_WRITING.ACCOUNT_ID, CONCEPT_WRITING.FORM)
                .doUpdate()
                .set(CONCEPT_WRITING.SEEN_AT, now)
                .set(CONCEPT_WRITING.MODIFIED_AT, now)
                .set(CONCEPT_WRITING.VERSION, CONCEPT_WRITING.VERSION.plus(1));
        if (typed) {
            update = update.set(CONCEPT_WRITING.CONTENT, content)
                    .set(CONCEPT_WRITING.WRITTEN_AT, row.getWrittenAt())
                    .set(CONCEPT_WRITING.NODE_VERSION, sheet.nodeVersion());
        }
        update.execute();
    }

    private Condition present(SignedIn who) {
        return CONCEPT_WRITING.SEEN_AT.gt(now().minus(PRESENT)).and(CONCEPT_WRITING.ACCOUNT_ID.ne(who.accountId()));
    }

    private static Condition own(String form, SignedIn who) {
        return CONCEPT_WRITING.ACCOUNT_ID.eq(who.accountId()).and(CONCEPT_WRITING.FORM.eq(form));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private String write(Map<String, List<String>> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<String>> read(String content) {
        try {
            return json.readValue(content, FIELDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
