package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.platform.oparl.object.Edition.with;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.oparl.object.Sources.Submitted;
import de.kreiskonzept.platform.oparl.object.Sources.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Papers that were sent and are public, with the turns of public committees and the files that the product made. */
final class PaperObjects {
    private final Edition edition;
    private final Sources sources;
    private final ZoneId zone;
    private final Texts texts;

    PaperObjects(Edition edition, Sources sources, ZoneId zone, Texts texts) {
        this.edition = edition;
        this.sources = sources;
        this.zone = zone;
        this.texts = texts;
    }

    void add(Submitted one, PaperName name) {
        CouncilPaper paper = one.paper();
        String address = edition.links().object(OparlType.PAPER, paper.id());
        Instant sent = Objects.requireNonNull(paper.submittedAt());
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "body", edition.links().body());
        with(facts, "name", name.title());
        with(facts, "reference", name.number());
        with(facts, "date", day(sent));
        with(facts, "paperType", texts.text(paper.kind().wordKey()));
        with(facts, "mainFile", file(mainFile(paper), name.title(), day(sent), address));
        with(
                facts,
                "auxiliaryFile",
                one.files().stream()
                        .map(file -> file(file.id(), file.name(), day(sent), address))
                        .toList());
        with(
                facts,
                "consultation",
                one.turns().stream().map(turn -> consultation(turn, address)).toList());
        edition.add(OparlType.PAPER, paper.id(), facts);
    }

    private String day(Instant instant) {
        return LocalDate.ofInstant(instant, zone).toString();
    }

    // Another edition is another file.
    private static UUID mainFile(CouncilPaper paper) {
        String key = "file " + paper.id() + " " + paper.submitted();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII));
    }

    private Map<String, Object> file(UUID id, String name, String day, String paper) {
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "name", name);
        with(facts, "fileName", FileName.of(List.of(name), Format.PDF.ending()).text());
        with(facts, "mimeType", Format.PDF_TYPE);
        with(facts, "date", day);
        with(facts, "accessUrl", edition.links().download(id));
        with(facts, "downloadUrl", edition.links().download(id));
        with(facts, "paper", List.of(paper));
        return Edition.inside(edition.add(OparlType.FILE, id, facts), "paper");
    }

    private Map<String, Object> consultation(Turn turn, String paper) {
        Consultation one = turn.consultation();
        var links = edition.links();
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "paper", paper);
        sources.findItem(turn).ifPresent(item -> with(facts, "agendaItem", links.object(OparlType.AGENDA_ITEM, item)));
        sources.findSitting(turn, zone)
                .ifPresent(found -> with(
                        facts,
                        "meeting",
                        links.object(OparlType.MEETING, found.meeting().id())));
        with(facts, "organization", List.of(links.object(OparlType.ORGANIZATION, one.committeeId())));
        with(facts, "authoritative", one.authoritative());
        with(facts, "role", texts.text("voting.role." + one.role().text()));
        return Edition.inside(edition.add(OparlType.CONSULTATION, one.id(), facts), "paper");
    }
}
