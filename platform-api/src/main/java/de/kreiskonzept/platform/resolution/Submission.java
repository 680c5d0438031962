package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.platform.document.Papers;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.report.Reports;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Sends a paper: what belongs to it is printed first, outside of any transaction, and kept together with the step. */
@Singleton
public class Submission {
    private final CouncilPapers papers;
    private final Papers concepts;
    private final Reports reports;
    private final Texts texts;

    Submission(CouncilPapers papers, Papers concepts, Reports reports, Texts texts) {
        this.papers = papers;
        this.concepts = concepts;
        this.reports = reports;
        this.texts = texts;
    }

    /**
     * Sends a paper with the concept and its table, or with the document of a Stand.
     *
     * @throws Refusal 404, 409 where it is sent, 412 where it has changed in between
     */
    public void submit(UUID id, long version, SignedIn who) {
        CouncilPaper paper = papers.read(id, null, who).paper();
        if (paper.version() != version) {
            throw Refusal.stale();
        }
        papers.submit(id, version, paper.isOpen() ? files(paper) : List.of(), who);
    }

    private List<Attachment.Sent> files(CouncilPaper paper) {
        var files = new ArrayList<Attachment.Sent>();
        UUID concept = paper.versionId();
        UUID stand = paper.standId();
        if (stand != null) {
            files.add(pdf(AttachmentKind.REPORT, 1, reports.print(reports.book(stand), Format.PDF)));
        } else if (concept != null) {
            files.add(pdf(
                    AttachmentKind.CONCEPT,
                    1,
                    concepts.concept(concept, Format.PDF).body()));
            files.add(pdf(
                    AttachmentKind.TABLE, 2, concepts.annex(concept, Format.PDF).body()));
        }
        return files;
    }

    private Attachment.Sent pdf(AttachmentKind kind, int number, byte @org.jspecify.annotations.Nullable [] content) {
        String name = texts.text("resolution.file.name", number, texts.text(kind.wordKey()));
        return new Attachment.Sent(kind, name, Format.PDF.ending(), Objects.requireNonNull(content));
    }
}
