package de.kreiskonzept.platform.resolution;

import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_ATTACHMENT;

import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.PaperState;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionConsultationRecord;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionPaperRecord;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionPartRecord;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionPointRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Rows of papers as records of the model, and the other way round. */
public final class PaperRows {
    /** What is read of an attachment without its bytes. */
    public static final List<Field<?>> HEAD = List.of(
            RESOLUTION_ATTACHMENT.ID,
            RESOLUTION_ATTACHMENT.EDITION,
            RESOLUTION_ATTACHMENT.KIND,
            RESOLUTION_ATTACHMENT.NAME,
            RESOLUTION_ATTACHMENT.FORMAT,
            RESOLUTION_ATTACHMENT.SIZE,
            RESOLUTION_ATTACHMENT.DIGEST);

    private PaperRows() {}

    /** A paper as stored. */
    public static CouncilPaper paper(ResolutionPaperRecord row) {
        OffsetDateTime submitted = row.getSubmittedAt();
        return new CouncilPaper(
                row.getId(),
                PaperKind.find(row.getKind()).orElseThrow(),
                row.getTitle(),
                row.getNumber(),
                row.getVersionId(),
                row.getStandId(),
                PaperState.find(row.getState()).orElseThrow(),
                row.getEdition(),
                row.getSubmitted(),
                submitted == null ? null : submitted.toInstant(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    static ResolutionPaperRecord row(CouncilPaper paper) {
        var row = new ResolutionPaperRecord();
        row.setId(paper.id());
        row.setKind(paper.kind().text());
        row.setTitle(paper.title());
        row.setNumber(paper.number());
        row.setVersionId(paper.versionId());
        row.setStandId(paper.standId());
        row.setState(paper.state().text());
        row.setEdition(paper.edition());
        row.setSubmitted(paper.submitted());
        row.setSubmittedAt(time(paper.submittedAt()));
        row.setCreatedAt(paper.createdAt().atOffset(ZoneOffset.UTC));
        row.setModifiedAt(paper.modifiedAt().atOffset(ZoneOffset.UTC));
        row.setVersion(paper.version());
        return row;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static PaperPart part(ResolutionPartRecord row) {
        return new PaperPart(
                row.getId(),
                PartKind.find(row.getKind()).orElseThrow(),
                row.getHeading(),
                row.getBody(),
                row.getVersion());
    }

    static ResolutionPoint point(ResolutionPointRecord row) {
        return new ResolutionPoint(row.getBody(), row.getWithdrawn());
    }

    /** An attachment without its bytes. */
    public static Attachment attachment(Record row) {
        return new Attachment(
                row.get(RESOLUTION_ATTACHMENT.ID),
                row.get(RESOLUTION_ATTACHMENT.EDITION),
                AttachmentKind.find(row.get(RESOLUTION_ATTACHMENT.KIND)).orElseThrow(),
                row.get(RESOLUTION_ATTACHMENT.NAME),
                row.get(RESOLUTION_ATTACHMENT.FORMAT),
                row.get(RESOLUTION_ATTACHMENT.SIZE),
                HexFormat.of().formatHex(row.get(RESOLUTION_ATTACHMENT.DIGEST)));
    }

    /** A turn as stored. */
    public static Consultation consultation(ResolutionConsultationRecord row) {
        return new Consultation(
                row.getId(),
                row.getCommitteeId(),
                Consultation.Role.find(row.getRole()).orElseThrow(),
                Consultation.Publicity.find(row.getPublicity()).orElseThrow(),
                row.getDay(),
                row.getItem(),
                Result.find(row.getResult()).orElseThrow(),
                row.getAuthoritative());
    }
}
