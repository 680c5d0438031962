package de.kreiskonzept.platform.resolution;

import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_ATTACHMENT;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PART;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_POINT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Writes the text of the edition of a paper that is open, and keeps what was sent with one. */
@Singleton
@InWorkspace
class TextStore {
    private final DSLContext dsl;
    private final UploadSpace space;

    TextStore(DSLContext dsl, UploadSpace space) {
        this.dsl = dsl;
        this.space = space;
    }

    /** Writes sections behind those that are there. */
    public void add(CouncilPaper paper, List<PaperPart> parts, Instant now) {
        int behind = dsl.fetchCount(
                RESOLUTION_PART,
                RESOLUTION_PART.PAPER_ID.eq(paper.id()).and(RESOLUTION_PART.EDITION.eq(paper.edition())));
        var time = now.atOffset(ZoneOffset.UTC);
        for (int i = 0; i < parts.size(); i++) {
            PaperPart part = parts.get(i);
            dsl.insertInto(RESOLUTION_PART)
                    .set(RESOLUTION_PART.ID, part.id())
                    .set(RESOLUTION_PART.PAPER_ID, paper.id())
                    .set(RESOLUTION_PART.EDITION, paper.edition())
                    .set(RESOLUTION_PART.POSITION, behind + i)
                    .set(RESOLUTION_PART.KIND, part.kind().text())
                    .set(RESOLUTION_PART.HEADING, part.heading())
                    .set(RESOLUTION_PART.BODY, part.text())
                    .set(RESOLUTION_PART.CREATED_AT, time)
                    .set(RESOLUTION_PART.MODIFIED_AT, time)
                    .set(RESOLUTION_PART.VERSION, 0L)
                    .execute();
        }
    }

    /**
     * Stores a changed section.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void update(PaperPart part, Instant now) {
        Refusal.staleUnlessOne(dsl.update(RESOLUTION_PART)
                .set(RESOLUTION_PART.HEADING, part.heading())
                .set(RESOLUTION_PART.BODY, part.text())
                .set(RESOLUTION_PART.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(RESOLUTION_PART.VERSION, part.version() + 1)
                .where(RESOLUTION_PART.ID.eq(part.id()))
                .and(RESOLUTION_PART.VERSION.eq(part.version()))
                .execute());
    }

    /**
     * Deletes a section.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void delete(UUID part, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(RESOLUTION_PART)
                .where(RESOLUTION_PART.ID.eq(part))
                .and(RESOLUTION_PART.VERSION.eq(version))
                .execute());
    }

    /** Replaces the points of the open edition. */
    public void propose(CouncilPaper paper, List<ResolutionPoint> points, Instant now) {
        dsl.deleteFrom(RESOLUTION_POINT)
                .where(RESOLUTION_POINT.PAPER_ID.eq(paper.id()))
                .and(RESOLUTION_POINT.EDITION.eq(paper.edition()))
                .execute();
        var time = now.atOffset(ZoneOffset.UTC);
        for (int i = 0; i < points.size(); i++) {
            dsl.insertInto(RESOLUTION_POINT)
                    .set(RESOLUTION_POINT.ID, Ids.create(now))
                    .set(RESOLUTION_POINT.PAPER_ID, paper.id())
                    .set(RESOLUTION_POINT.EDITION, paper.edition())
                    .set(RESOLUTION_POINT.POSITION, i)
                    .set(RESOLUTION_POINT.BODY, points.get(i).text())
                    .set(RESOLUTION_POINT.WITHDRAWN, points.get(i).withdrawn())
                    .set(RESOLUTION_POINT.CREATED_AT, time)
                    .set(RESOLUTION_POINT.MODIFIED_AT, time)
                    .set(RESOLUTION_POINT.VERSION, 0L)
                    .execute();
        }
    }

    /** Keeps a file of the edition that was sent last, behind those that are there. */
    public void attach(CouncilPaper paper, Attachment.Sent file, Instant now) {
        if (file.kind() == AttachmentKind.OWN) {
            space.require(file.content().length);
        }
        var time = now.atOffset(ZoneOffset.UTC);
        dsl.insertInto(RESOLUTION_ATTACHMENT)
                .set(RESOLUTION_ATTACHMENT.ID, Ids.create(now))
                .set(RESOLUTION_ATTACHMENT.PAPER_ID, paper.id())
                .set(RESOLUTION_ATTACHMENT.EDITION, paper.submitted())
                .set(RESOLUTION_ATTACHMENT.POSITION, count(paper))
                .set(RESOLUTION_ATTACHMENT.KIND, file.kind().text())
                .set(RESOLUTION_ATTACHMENT.NAME, file.name())
                .set(RESOLUTION_ATTACHMENT.FORMAT, file.format())
                .set(RESOLUTION_ATTACHMENT.CONTENT, file.content())
                .set(RESOLUTION_ATTACHMENT.SIZE, file.content().length)
                .set(RESOLUTION_ATTACHMENT.DIGEST, Sha256.of(file.content()))
                .set(RESOLUTION_ATTACHMENT.CREATED_AT, time)
                .set(RESOLUTION_ATTACHMENT.MODIFIED_AT, time)
                .set(RESOLUTION_ATTACHMENT.VERSION, 0L)
                .execute();
    }

    private int count(CouncilPaper paper) {
        return dsl.fetchCount(
                RESOLUTION_ATTACHMENT,
                DSL.and(
                        RESOLUTION_ATTACHMENT.PAPER_ID.eq(paper.id()),
                        RESOLUTION_ATTACHMENT.EDITION.eq(paper.submitted())));
    }

    /** A file of a paper with its bytes. */
    @InWorkspace(readOnly = true)
    public Optional<Attachment.Sent> find(UUID paper, UUID file) {
        return dsl.selectFrom(RESOLUTION_ATTACHMENT)
                .where(RESOLUTION_ATTACHMENT.ID.eq(file))
                .and(RESOLUTION_ATTACHMENT.PAPER_ID.eq(paper))
                .fetchOptional(row -> new Attachment.Sent(
                        PaperRows.attachment(row).kind(), row.getName(), row.getFormat(), row.getContent()));
    }
}
