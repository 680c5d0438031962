package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Front.Fact;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.report.Printing;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Prints papers: a front page that says what it is and how far it has come, then its text. */
@Singleton
public class PaperPrint {
    private final CurrentWorkspace current;
    private final ExampleCounties examples;
    private final Printing printing;
    private final Texts texts;
    private final DateTimeFormatter day;

    PaperPrint(CurrentWorkspace current, ExampleCounties examples, Printing printing, Texts texts, Clock clock) {
        this.current = current;
        this.examples = examples;
        this.printing = printing;
        this.texts = texts;
        this.day = GermanTime.day(clock.getZone());
    }

    /** The answer with the paper as a file. */
    HttpResponse<byte[]> answer(Whole whole, Format format) {
        var name = List.of(
                texts.text(whole.paper().kind().wordKey()),
                whole.paper().number(),
                whole.paper().title());
        return HttpResponse.ok(print(whole, format))
                .contentType(MediaType.of(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(name, format.ending()).disposition());
    }

    /** The bytes of the paper as a file. */
    public byte[] print(Whole whole, Format format) {
        List<Block> blocks = new PaperBlocks(whole, texts).all();
        var paper = new Paper(
                front(whole),
                Paper.Layout.BOOK,
                blocks.isEmpty() ? List.of(Paragraph.of(texts.text("resolution.nothing"))) : blocks);
        return printing.get(paper, format);
    }

    private Front front(Whole whole) {
        CouncilPaper paper = whole.paper();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                texts.text("resolution.field.kind"), texts.text(paper.kind().wordKey())));
        if (!paper.number().isEmpty()) {
            facts.add(new Fact(texts.text("resolution.field.number"), paper.number()));
        }
        facts.add(new Fact(
                texts.text("resolution.field.state"), texts.text(paper.state().wordKey())));
        facts.add(new Fact(texts.text("resolution.field.edition"), String.valueOf(whole.edition())));
        if (paper.submittedAt() != null && whole.edition() == paper.submitted()) {
            facts.add(new Fact(texts.text("resolution.field.submitted"), day.format(paper.submittedAt())));
        }
        String notice = examples.containCurrent() ? texts.text("document.front.example") : "";
        String edition = texts.text("resolution.edition", whole.edition());
        return new Front(current.get().name(), paper.title(), edition, List.copyOf(facts), notice);
    }
}
