package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.resolution.Attachment;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.resolution.agenda.Place;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papers as programs read them. */
final class PaperViews {
    private PaperViews() {}

    /**
     * A paper without its text.
     *
     * @param kind decision, information or report
     * @param state draft, submitted, under_way, postponed, approved, rejected, noted or withdrawn
     * @param edition text that is being written or stands
     * @param submitted edition that was sent last, 0 for none
     */
    @Serdeable
    @Schema(name = "CouncilPaper")
    record PaperView(
            String id,
            String kind,
            String title,
            String number,
            @Nullable String versionId,
            @Nullable String standId,
            String state,
            int edition,
            int submitted,
            @Nullable Instant submittedAt,
            long version) {
        static PaperView of(CouncilPaper paper) {
            return new PaperView(
                    paper.id().toString(),
                    paper.kind().text(),
                    paper.title(),
                    paper.number(),
                    Answers.text(paper.versionId()),
                    Answers.text(paper.standId()),
                    paper.state().text(),
                    paper.edition(),
                    paper.submitted(),
                    paper.submittedAt(),
                    paper.version());
        }
    }

    /** A paper with one edition of its text, and its way through the committees. */
    @Serdeable
    @Schema(name = "CouncilPaperText")
    record TextView(
            PaperView paper,
            int edition,
            List<PointView> points,
            List<PartView> parts,
            List<FileView> attachments,
            List<TurnView> consultations) {
        static TextView of(Whole whole) {
            return new TextView(
                    PaperView.of(whole.paper()),
                    whole.edition(),
                    whole.points().stream().map(PointView::of).toList(),
                    whole.parts().stream().map(PartView::of).toList(),
                    whole.attachments().stream().map(FileView::of).toList(),
                    whole.turns().stream().map(TurnView::of).toList());
        }

        long version() {
            return paper.version();
        }
    }

    /** One thing that a paper proposes. */
    @Serdeable
    @Schema(name = "ResolutionPoint")
    record PointView(String text, boolean withdrawn) {
        static PointView of(ResolutionPoint point) {
            return new PointView(point.text(), point.withdrawn());
        }
    }

    /**
     * A section.
     *
     * @param kind preliminary, fact or finance
     * @param text in Markdown
     */
    @Serdeable
    @Schema(name = "CouncilPaperPart")
    record PartView(String id, String kind, String heading, String text, long version) {
        static PartView of(PaperPart part) {
            return new PartView(part.id().toString(), part.kind().text(), part.heading(), part.text(), part.version());
        }
    }

    /**
     * A file that was sent with a paper.
     *
     * @param size in bytes
     */
    @Serdeable
    @Schema(name = "CouncilPaperFile")
    record FileView(String id, String kind, String name, String format, int size, String sha256) {
        static FileView of(Attachment file) {
            return new FileView(
                    file.id().toString(), file.kind().text(), file.name(), file.format(), file.size(), file.digest());
        }
    }

    /**
     * A committee's turn.
     *
     * @param role preliminary, decision or information
     * @param publicity public, non_public or unknown
     * @param result none, approved, amended, unanimous, majority, rejected, postponed, noted or withdrawn
     * @param decisionId null where nothing was decided
     * @param meetingId meeting in which the committee deals with it; null where nobody has said so
     * @param itemId item of its agenda
     */
    @Serdeable
    @Schema(name = "CouncilConsultation")
    record TurnView(
            String id,
            String committeeId,
            String committee,
            String role,
            String publicity,
            @Nullable LocalDate day,
            String item,
            String result,
            boolean authoritative,
            @Nullable String decisionId,
            @Nullable String meetingId,
            @Nullable String itemId,
            long version) {
        static TurnView of(Turn turn) {
            Consultation one = turn.consultation();
            Place place = turn.place();
            return new TurnView(
                    one.id().toString(),
                    one.committeeId().toString(),
                    turn.committee(),
                    one.role().text(),
                    one.publicity().text(),
                    one.day(),
                    one.item(),
                    one.result().text(),
                    one.authoritative(),
                    turn.decision() == null ? null : turn.decision().id().toString(),
                    place == null ? null : place.meeting().toString(),
                    place == null ? null : place.item().toString(),
                    turn.version());
        }
    }
}
