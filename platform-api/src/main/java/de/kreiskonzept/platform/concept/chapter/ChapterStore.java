package de.kreiskonzept.platform.concept.chapter;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_CHAPTER;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_FIGURE;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptChapterRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL on the chapters of versions. */
@Singleton
@InWorkspace(readOnly = true)
public class ChapterStore {
    private final DSLContext dsl;

    ChapterStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The chapters of a version in their order. */
    public Chapters find(UUID versionId) {
        List<ConceptChapterRecord> rows = dsl.selectFrom(CONCEPT_CHAPTER)
                .where(CONCEPT_CHAPTER.VERSION_ID.eq(versionId))
                .orderBy(CONCEPT_CHAPTER.POSITION, CONCEPT_CHAPTER.ID)
                .fetch();
        return rows.isEmpty()
                ? Chapters.NONE
                : new Chapters(
                        rows.stream().map(ChapterStore::chapter).toList(),
                        rows.getFirst().getVersion());
    }

    /** What a chapter is called, whatever version it stands in. */
    public Optional<String> findTitle(UUID chapter) {
        return dsl.select(CONCEPT_CHAPTER.TITLE)
                .from(CONCEPT_CHAPTER)
                .where(CONCEPT_CHAPTER.ID.eq(chapter))
                .fetchOptional(CONCEPT_CHAPTER.TITLE);
    }

    /** Whether there are figures of the version as a whole. */
    public boolean holdsFigures(UUID versionId) {
        return dsl.fetchExists(
                SITUATION_FIGURE,
                SITUATION_FIGURE
                        .VERSION_ID
                        .eq(versionId)
                        .and(SITUATION_FIGURE.SECTION_ID.isNull())
                        .and(SITUATION_FIGURE.DELETED_AT.isNull()));
    }

    /** Stores all chapters of a version; false where they were changed since they were read. Texts of a removed one stay with the version. */
    @InWorkspace(readOnly = false)
    public boolean put(UUID versionId, Chapters chapters, Instant now) {
        dsl.select(CONCEPT_VERSION.ID)
                .from(CONCEPT_VERSION)
                .where(CONCEPT_VERSION.ID.eq(versionId))
                .forUpdate()
                .fetch();
        if (find(versionId).version() != chapters.version()) {
            return false;
        }
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        remove(versionId, chapters, time);
        for (int i = 0; i < chapters.list().size(); i++) {
            store(row(versionId, chapters, i, time));
        }
        return true;
    }

    private void remove(UUID versionId, Chapters chapters, OffsetDateTime time) {
        List<UUID> stay = chapters.list().stream().map(Chapter::id).toList();
        dsl.update(CONCEPT_TEXT_BLOCK)
                .setNull(CONCEPT_TEXT_BLOCK.CHAPTER_ID)
                .set(CONCEPT_TEXT_BLOCK.MODIFIED_AT, time)
                .set(CONCEPT_TEXT_BLOCK.VERSION, CONCEPT_TEXT_BLOCK.VERSION.plus(1))
                .where(CONCEPT_TEXT_BLOCK.VERSION_ID.eq(versionId))
                .and(CONCEPT_TEXT_BLOCK.CHAPTER_ID.isNotNull())
                .and(CONCEPT_TEXT_BLOCK.CHAPTER_ID.notIn(stay))
                .execute();
        dsl.deleteFrom(CONCEPT_CHAPTER)
                .where(CONCEPT_CHAPTER.VERSION_ID.eq(versionId))
                .and(CONCEPT_CHAPTER.ID.notIn(stay))
                .execute();
    }

    private void store(ConceptChapterRecord row) {
        dsl.insertInto(CONCEPT_CHAPTER)
                .set(row)
                .onConflict(CONCEPT_CHAPTER.ID)
                .doUpdate()
                .set(CONCEPT_CHAPTER.POSITION, row.getPosition())
                .set(CONCEPT_CHAPTER.TITLE, row.getTitle())
                .set(CONCEPT_CHAPTER.LEFT_OUT, row.getLeftOut())
                .set(CONCEPT_CHAPTER.MODIFIED_AT, row.getModifiedAt())
                .set(CONCEPT_CHAPTER.VERSION, row.getVersion())
                .execute();
    }

    /** Puts texts of the version as a whole that stand in no chapter into the one that their name means. */
    @InWorkspace(readOnly = false)
    public void gather(UUID versionId) {
        Chapters chapters = find(versionId);
        dsl.selectFrom(CONCEPT_TEXT_BLOCK)
                .where(CONCEPT_TEXT_BLOCK.VERSION_ID.eq(versionId))
                .and(CONCEPT_TEXT_BLOCK.SECTION_ID.isNull())
                .and(CONCEPT_TEXT_BLOCK.GOAL_ID.isNull())
                .and(CONCEPT_TEXT_BLOCK.CHAPTER_ID.isNull())
                .and(CONCEPT_TEXT_BLOCK.DELETED_AT.isNull())
                .fetch()
                .forEach(text -> chapters.meant(text.getName())
                        .ifPresent(chapter -> dsl.update(CONCEPT_TEXT_BLOCK)
                                .set(CONCEPT_TEXT_BLOCK.CHAPTER_ID, chapter.id())
                                .where(CONCEPT_TEXT_BLOCK.ID.eq(text.getId()))
                                .execute()));
    }

    /** Gives a new version the chapters of another one, and says which came from which. */
    @InWorkspace(readOnly = false)
    public Map<UUID, UUID> copy(UUID from, UUID to, Instant now) {
        var ids = new HashMap<UUID, UUID>();
        Chapters old = find(from);
        var copies = old.list().stream()
                .map(chapter -> {
                    UUID id = ids.computeIfAbsent(chapter.id(), any -> Ids.create(now));
                    return new Chapter(id, chapter.kind(), chapter.title(), chapter.leftOut());
                })
                .toList();
        if (!copies.isEmpty()) {
            put(to, new Chapters(copies, 0), now);
        }
        return ids;
    }

    private static ConceptChapterRecord row(UUID versionId, Chapters chapters, int position, OffsetDateTime time) {
        Chapter chapter = chapters.list().get(position);
        var row = CONCEPT_CHAPTER.newRecord();
        row.setId(chapter.id());
        row.setVersionId(versionId);
        row.setPosition(position);
        row.setKind(chapter.kind().text());
        row.setTitle(chapter.title());
        row.setLeftOut(chapter.leftOut());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(chapters.version() + 1);
        return row;
    }

    private static Chapter chapter(ConceptChapterRecord row) {
        return new Chapter(row.getId(), ChapterKind.of(row.getKind()), row.getTitle(), row.getLeftOut());
    }
}
