package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import de.kreiskonzept.platform.oparl.object.Json;
import de.kreiskonzept.platform.oparl.object.OparlType;
import de.kreiskonzept.platform.oparl.object.PaperName;
import de.kreiskonzept.platform.oparl.object.PublishedObject;
import de.kreiskonzept.platform.oparl.object.SourceStore;
import de.kreiskonzept.platform.resolution.PaperPrint;
import de.kreiskonzept.platform.resolution.PaperStore;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.resolution.agenda.Place;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Files of published papers: those that were sent with one as they were sent, the paper itself as it is printed now. */
@Singleton
class PublishedFiles {
    private final CouncilData data;
    private final PaperStore papers;
    private final SourceStore sources;
    private final PaperPrint print;
    private final Json json;

    PublishedFiles(CouncilData data, PaperStore papers, SourceStore sources, PaperPrint print, Json json) {
        this.data = data;
        this.papers = papers;
        this.sources = sources;
        this.print = print;
        this.json = json;
    }

    /** A file with its name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Named(FileName name, byte[] content) {}

    /**
     * The bytes of a published file.
     *
     * @throws Refusal 404 where it is not published any more, or never was
     */
    Named get(UUID id) {
        Map<String, Object> file = json.read(existing(OparlType.FILE, id));
        var name = FileName.of(List.of(String.valueOf(file.get("name"))), Format.PDF.ending());
        return new Named(name, sources.findFile(id).orElseGet(() -> print(paperOf(file))));
    }

    private byte[] print(UUID id) {
        PaperName name = PaperName.of(json.read(existing(OparlType.PAPER, id)));
        CouncilPaper paper = papers.find(id).orElseThrow(Refusal::notFound);
        return print.print(open(papers.whole(paper, paper.submitted()), name, data.release()), Format.PDF);
    }

    private String existing(OparlType type, UUID id) {
        PublishedObject entry = data.get(type, id);
        if (entry.isDeleted()) {
            throw Refusal.notFound();
        }
        return entry.content();
    }

    private static UUID paperOf(Map<String, Object> file) {
        String address =
                ((List<?>) Objects.requireNonNull(file.get("paper"))).getFirst().toString();
        return Objects.requireNonNull(Inputs.id(address.substring(address.lastIndexOf('/') + 1)));
    }

    // The same as the objects say: public committees and decisions, no file of the county's own.
    private static Whole open(Whole whole, PaperName name, CouncilRelease release) {
        CouncilPaper paper = whole.paper();
        return new Whole(
                paper.named(name.title(), name.number(), paper.modifiedAt()),
                whole.edition(),
                whole.last(),
                whole.parts(),
                whole.points(),
                whole.attachments().stream()
                        .filter(file -> file.kind() != AttachmentKind.OWN)
                        .toList(),
                whole.turns().stream()
                        .filter(turn ->
                                release.ids().contains(turn.consultation().committeeId()))
                        .map(PublishedFiles::open)
                        .toList());
    }

    private static Turn open(Turn turn) {
        boolean isPublic = turn.decision() != null && turn.decision().publicity() == Publicity.PUBLIC;
        Place place = turn.place();
        return new Turn(
                place == null
                        ? turn.consultation()
                        : turn.consultation().at(turn.consultation().day(), place.openNumber()),
                turn.committee(),
                isPublic ? turn.decision() : null,
                place != null && place.isOpen() ? place : null,
                turn.version());
    }
}
