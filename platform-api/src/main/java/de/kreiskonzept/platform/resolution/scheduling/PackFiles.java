package de.kreiskonzept.platform.resolution.scheduling;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.platform.document.meeting.MeetingPress;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.TabledPaper;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.PaperBlocks;
import de.kreiskonzept.platform.resolution.Whole;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everything for a meeting in one file: invitation, explanations, and the text of each paper as it was sent. */
@Hidden
@Controller("/{county}/sitzungen/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PackFiles {
    private final Meetings meetings;
    private final CouncilPapers papers;
    private final MeetingPress press;

    PackFiles(Meetings meetings, CouncilPapers papers, MeetingPress press) {
        this.meetings = meetings;
        this.papers = papers;
        this.press = press;
    }

    @Get("/mappe.pdf")
    @Format.Pdf
    HttpResponse<byte[]> pack(String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        var all = new ArrayList<Block>(press.blocks().invitation(sheet));
        all.addAll(press.blocks().explanations(sheet));
        for (Agenda.Line line : sheet.agenda().lines()) {
            sheet.papers(line.item().id()).stream()
                    .filter(TabledPaper::submitted)
                    .forEach(paper -> all.addAll(paper(line, paper, who)));
        }
        return press.print(sheet, "pack", all, Format.PDF);
    }

    private List<Block> paper(Agenda.Line line, TabledPaper paper, SignedIn who) {
        Whole whole = papers.readSent(paper.id(), who);
        var blocks = new ArrayList<Block>();
        blocks.add(new PageBreak());
        blocks.add(new Heading(1, line.number(), paper.name()));
        new PaperBlocks(whole, press.blocks().texts())
                .all().stream().map(PackFiles::below).forEach(blocks::add);
        return blocks;
    }

    // What is the top of a paper by itself stands below its title here.
    private static Block below(Block block) {
        return block instanceof Heading heading
                ? new Heading(
                        Math.min(Heading.DEEPEST, heading.level() + 1),
                        heading.number(),
                        heading.text(),
                        heading.sense())
                : block;
    }
}
