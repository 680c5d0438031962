package de.kreiskonzept.platform.publication;

import static de.kreiskonzept.schema.workspace.Tables.PUBLICATION_RELEASE;
import static de.kreiskonzept.schema.workspace.Tables.PUBLICATION_SETTING;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.PublicationReleaseRecord;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/** All SQL of releases, which are only ever added, and of the words around them. */
@Singleton
@InWorkspace(readOnly = true)
class PublicationStore {
    private static final long ONLY = 1;

    private final DSLContext dsl;
    private final ObjectMapper json;

    PublicationStore(DSLContext dsl, ObjectMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** All releases, the latest first. */
    List<Release> list() {
        return dsl.selectFrom(PUBLICATION_RELEASE)
                .orderBy(PUBLICATION_RELEASE.CREATED_AT.desc(), PUBLICATION_RELEASE.ID.desc())
                .fetch(this::release);
    }

    /** The release that holds. */
    Optional<Release> findLatest() {
        return dsl.selectFrom(PUBLICATION_RELEASE)
                .orderBy(PUBLICATION_RELEASE.CREATED_AT.desc(), PUBLICATION_RELEASE.ID.desc())
                .limit(1)
                .fetchOptional(this::release);
    }

    @InWorkspace(readOnly = false)
    void add(Release release) {
        var time = release.createdAt().atOffset(ZoneOffset.UTC);
        dsl.insertInto(PUBLICATION_RELEASE)
                .set(PUBLICATION_RELEASE.ID, release.id())
                .set(PUBLICATION_RELEASE.STAND_ID, release.standId())
                .set(PUBLICATION_RELEASE.CONTENT, write(release.content()))
                .set(PUBLICATION_RELEASE.AUTHOR, release.author())
                .set(PUBLICATION_RELEASE.CREATED_AT, time)
                .set(PUBLICATION_RELEASE.MODIFIED_AT, time)
                .set(PUBLICATION_RELEASE.VERSION, 0L)
                .execute();
    }

    /** What is said around a release; empty texts where nothing was said yet. */
    Settings settings() {
        return dsl.selectFrom(PUBLICATION_SETTING)
                .fetchOptional(row -> new Settings(
                        row.getPlainText(),
                        Licence.find(row.getLicence()).orElse(Licence.DL_DE_BY),
                        row.getStatement(),
                        row.getEmail(),
                        row.getVersion()))
                .orElse(Settings.NONE);
    }

    /**
     * Stores what is said.
     *
     * @throws Refusal 412 where somebody else was faster
     */
    @InWorkspace(readOnly = false)
    void put(Settings settings, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        int stored = settings.version() == 0
                ? dsl.insertInto(PUBLICATION_SETTING)
                        .set(PUBLICATION_SETTING.ID, ONLY)
                        .set(PUBLICATION_SETTING.PLAIN_TEXT, settings.plainText())
                        .set(PUBLICATION_SETTING.LICENCE, settings.licence().text())
                        .set(PUBLICATION_SETTING.STATEMENT, settings.statement())
                        .set(PUBLICATION_SETTING.EMAIL, settings.email())
                        .set(PUBLICATION_SETTING.CREATED_AT, time)
                        .set(PUBLICATION_SETTING.MODIFIED_AT, time)
                        .set(PUBLICATION_SETTING.VERSION, 1L)
                        .onConflictDoNothing()
                        .execute()
                : dsl.update(PUBLICATION_SETTING)
                        .set(PUBLICATION_SETTING.PLAIN_TEXT, settings.plainText())
                        .set(PUBLICATION_SETTING.LICENCE, settings.licence().text())
                        .set(PUBLICATION_SETTING.STATEMENT, settings.statement())
                        .set(PUBLICATION_SETTING.EMAIL, settings.email())
                        .set(PUBLICATION_SETTING.MODIFIED_AT, time)
                        .set(PUBLICATION_SETTING.VERSION, settings.version() + 1)
                        .where(PUBLICATION_SETTING.VERSION.eq(settings.version()))
                        .execute();
        if (stored == 0) {
            throw Refusal.stale();
        }
    }

    private Release release(PublicationReleaseRecord row) {
        return new Release(
                row.getId(),
                row.getStandId(),
                read(row.getContent()),
                row.getAuthor(),
                row.getCreatedAt().toInstant());
    }

    private String write(Release.Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Release.Content read(String content) {
        try {
            return Objects.requireNonNull(json.readValue(content, Release.Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
