package de.kreiskonzept.platform.directory;

import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_SPELLING;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.DirectoryOrganisationRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of organisations and their spellings. */
@Singleton
@InWorkspace(readOnly = true)
public class OrganisationStore {
    private static final String SUBTREE = """
            WITH RECURSIVE part AS (
              SELECT id FROM directory_organisation WHERE id = {0}
              UNION ALL SELECT o.id FROM directory_organisation o JOIN part p ON o.merged_into = p.id)
            """;

    private final DSLContext dsl;

    OrganisationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All organisations that were not merged into another one, by name. */
    public List<Organisation> list() {
        return dsl.selectFrom(DIRECTORY_ORGANISATION)
                .where(DIRECTORY_ORGANISATION.MERGED_INTO.isNull())
                .orderBy(DIRECTORY_ORGANISATION.NAME, DIRECTORY_ORGANISATION.ID)
                .fetch(OrganisationStore::organisation);
    }

    /** The organisation with this id, also one that was merged. */
    public Optional<Organisation> find(UUID id) {
        return dsl.selectFrom(DIRECTORY_ORGANISATION)
                .where(DIRECTORY_ORGANISATION.ID.eq(id))
                .fetchOptional(OrganisationStore::organisation);
    }

    /** The organisation with all that stands for it. */
    public Optional<Entry> findEntry(UUID id) {
        return find(id).map(organisation -> new Entry(
                organisation,
                spellings(organisation.id()).values().stream().toList(),
                dsl.selectFrom(DIRECTORY_ORGANISATION)
                        .where(DIRECTORY_ORGANISATION.MERGED_INTO.eq(id))
                        .orderBy(DIRECTORY_ORGANISATION.NAME, DIRECTORY_ORGANISATION.ID)
                        .fetch(OrganisationStore::organisation)));
    }

    /** The organisation that each spelling means in the end, by the words of the spelling; unknown ones are left out. */
    public Map<String, Organisation> listByWords(Collection<String> words) {
        var head = DIRECTORY_ORGANISATION.as("head");
        var found = new LinkedHashMap<String, Organisation>();
        dsl.select(DIRECTORY_SPELLING.WORDS)
                .select(head.fields())
                .from(DIRECTORY_SPELLING)
                .join(DIRECTORY_ORGANISATION)
                .on(DIRECTORY_ORGANISATION.ID.eq(DIRECTORY_SPELLING.ORGANISATION_ID))
                .join(head)
                .on(head.ID.eq(DIRECTORY_ORGANISATION.HEAD_ID))
                .where(DIRECTORY_SPELLING.WORDS.eq(DSL.any(words.toArray(String[]::new))))
                .forEach(row -> found.put(
                        row.get(DIRECTORY_SPELLING.WORDS),
                        organisation(row.into(head).into(DIRECTORY_ORGANISATION))));
        return found;
    }

    @InWorkspace(readOnly = false)
    void insert(Organisation organisation) {
        dsl.insertInto(DIRECTORY_ORGANISATION)
                .set(DIRECTORY_ORGANISATION.ID, organisation.id())
                .set(DIRECTORY_ORGANISATION.KIND, organisation.kind().text())
                .set(DIRECTORY_ORGANISATION.NAME, organisation.name())
                .set(DIRECTORY_ORGANISATION.SHORT_NAME, organisation.shortName())
                .set(DIRECTORY_ORGANISATION.AGS, organisation.ags())
                .set(DIRECTORY_ORGANISATION.HEAD_ID, organisation.headId())
                .set(DIRECTORY_ORGANISATION.CREATED_AT, time(organisation.createdAt()))
                .set(DIRECTORY_ORGANISATION.MODIFIED_AT, time(organisation.modifiedAt()))
                .set(DIRECTORY_ORGANISATION.VERSION, 0L)
                .execute();
    }

    /** Stores kind, names and key; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    boolean update(Organisation organisation) {
        return dsl.update(DIRECTORY_ORGANISATION)
                        .set(DIRECTORY_ORGANISATION.KIND, organisation.kind().text())
                        .set(DIRECTORY_ORGANISATION.NAME, organisation.name())
                        .set(DIRECTORY_ORGANISATION.SHORT_NAME, organisation.shortName())
                        .set(DIRECTORY_ORGANISATION.AGS, organisation.ags())
                        .set(DIRECTORY_ORGANISATION.MODIFIED_AT, time(organisation.modifiedAt()))
                        .set(DIRECTORY_ORGANISATION.VERSION, organisation.version() + 1)
                        .where(DIRECTORY_ORGANISATION.ID.eq(organisation.id()))
                        .and(DIRECTORY_ORGANISATION.VERSION.eq(organisation.version()))
                        .execute()
                == 1;
    }

    /** Deletes an organisation with its spellings; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    boolean delete(Organisation organisation) {
        return dsl.deleteFrom(DIRECTORY_ORGANISATION)
                        .where(DIRECTORY_ORGANISATION.ID.eq(organisation.id()))
                        .and(DIRECTORY_ORGANISATION.VERSION.eq(organisation.version()))
                        .execute()
                == 1;
    }

    /** Spellings that mean this organisation, those of merged ones too, by their words. */
    Map<String, String> spellings(UUID head) {
        return dsl.select(DIRECTORY_SPELLING.WORDS, DIRECTORY_SPELLING.TEXT)
                .from(DIRECTORY_SPELLING)
                .join(DIRECTORY_ORGANISATION)
                .on(DIRECTORY_ORGANISATION.ID.eq(DIRECTORY_SPELLING.ORGANISATION_ID))
                .where(DIRECTORY_ORGANISATION.HEAD_ID.eq(head))
                .or(DIRECTORY_ORGANISATION.ID.eq(head))
                .orderBy(DIRECTORY_SPELLING.WORDS)
                .fetchMap(DIRECTORY_SPELLING.WORDS, DIRECTORY_SPELLING.TEXT);
    }

    /** Adds a spelling; false if it is there already, with this organisation or another one. */
    @InWorkspace(readOnly = false)
    boolean spell(UUID organisation, String text, Instant now) {
        return dsl.insertInto(DIRECTORY_SPELLING)
                        .set(DIRECTORY_SPELLING.ID, Ids.create(now))
                        .set(DIRECTORY_SPELLING.ORGANISATION_ID, organisation)
                        .set(DIRECTORY_SPELLING.TEXT, text)
                        .set(DIRECTORY_SPELLING.WORDS, Spelling.words(text))
                        .set(DIRECTORY_SPELLING.CREATED_AT, time(now))
                        .set(DIRECTORY_SPELLING.MODIFIED_AT, time(now))
                        .set(DIRECTORY_SPELLING.VERSION, 0L)
                        .onConflict(DIRECTORY_SPELLING.WORDS)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Removes the spellings of the organisation itself that are not among these. */
    @InWorkspace(readOnly = false)
    void keepOnly(UUID organisation, Collection<String> words) {
        dsl.deleteFrom(DIRECTORY_SPELLING)
                .where(DIRECTORY_SPELLING.ORGANISATION_ID.eq(organisation))
                .and(DIRECTORY_SPELLING.WORDS.notIn(words))
                .execute();
    }

    /** Makes an organisation and all that were merged into it stand for another one. */
    @InWorkspace(readOnly = false)
    void merge(UUID from, UUID into, Instant now) {
        dsl.execute("""
                UPDATE directory_organisation SET head_id = {1}, modified_at = {2}, version = version + 1,
                  merged_into = CASE WHEN id = {0} THEN {1} ELSE merged_into END
                WHERE head_id = {0}""", DSL.val(from), DSL.val(into), DSL.val(time(now)));
    }

    /** Makes an organisation, and all that were merged into it before, stand for itself again. */
    @InWorkspace(readOnly = false)
    void split(UUID id, Instant now) {
        dsl.execute(SUBTREE + """
                UPDATE directory_organisation SET head_id = {0}, modified_at = {1}, version = version + 1,
                  merged_into = CASE WHEN id = {0} THEN NULL ELSE merged_into END
                WHERE id IN (SELECT id FROM part)""", DSL.val(id), DSL.val(time(now)));
    }

    private static Organisation organisation(DirectoryOrganisationRecord row) {
        return new Organisation(
                row.getId(),
                OrganisationKind.of(row.getKind()),
                row.getName(),
                row.getShortName(),
                row.getAgs(),
                row.getMergedInto(),
                row.getHeadId(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
