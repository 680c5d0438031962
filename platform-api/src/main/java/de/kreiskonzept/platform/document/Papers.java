package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Front.Fact;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.document.part.RetrospectBlocks;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the papers of a version of the concept. What they say is read in one transaction, which is over before they are printed. */
@Singleton
public class Papers {

    private final PaperContent content;
    private final CurrentWorkspace current;
    private final Texts texts;
    private final Clock clock;
    private final Press press;
    private final ExampleCounties examples;

    Papers(
            PaperContent content,
            CurrentWorkspace current,
            Texts texts,
            Clock clock,
            Press press,
            ExampleCounties examples) {
        this.content = content;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
        this.press = press;
        this.examples = examples;
    }

    /**
     * The answer with the whole concept as a file.
     *
     * @param version of the concept
     * @param format PDF or DOCX
     * @throws Refusal 404 where there is no such version
     */
    public HttpResponse<byte[]> concept(UUID version, Format format) {
        PaperContent.Whole whole = content.get(version);
        ConceptTree tree = whole.tree();
        var blocks =
                new ArrayList<>(ConceptPaper.of(tree, whole.chapters(), whole.paperData(), whole.details(), texts));
        whole.retrospect().ifPresent(shown -> blocks.addAll(RetrospectBlocks.of(shown, texts)));
        var paper = new Paper(front(tree, tree.concept().title()), Layout.BOOK, List.copyOf(blocks));
        return print(tree, texts.text("document.concept.file"), paper, format);
    }

    /**
     * The answer with Anlage 2, the table of goals and measures, as a file.
     *
     * @param version of the concept
     * @throws Refusal 404 where there is no such version
     */
    public HttpResponse<byte[]> annex(UUID version, Format format) {
        PaperContent.Whole whole = content.get(version);
        ConceptTree tree = whole.tree();
        Front front =
                front(tree, texts.text("document.annex.title", tree.profile().words()), title(tree));
        return print(
                tree,
                texts.text("document.annex.file"),
                new Paper(front, Layout.SHEET, MeasureAnnex.of(tree, whole.details(), whole.indicators(), texts)),
                format);
    }

    private Fact title(ConceptTree tree) {
        return new Fact(texts.text("document.front.concept"), tree.concept().title());
    }

    private Front front(ConceptTree tree, String title, Fact... more) {
        LocalDate today = LocalDate.now(clock);
        String state = texts.text(tree.version().state().wordKey());
        String label = tree.version().label();
        var facts = new ArrayList<>(List.of(more));
        facts.add(new Fact(texts.text("document.front.label"), label));
        facts.add(new Fact(texts.text("document.front.state"), state));
        facts.add(new Fact(texts.text("document.front.date"), GermanTime.LONG_DAY.format(today)));
        var county = current.get();
        String notice = examples.contain(county) ? texts.text("document.front.example") : "";
        String edition = texts.text("document.front.edition", label, GermanTime.DAY.format(today));
        return new Front(county.name(), title, edition, List.copyOf(facts), notice);
    }

    private HttpResponse<byte[]> print(ConceptTree tree, String name, Paper paper, Format format) {
        var parts = List.of(
                name,
                current.get().name(),
                tree.version().label(),
                LocalDate.now(clock).toString());
        return HttpResponse.ok(press.print(paper, format))
                .contentType(MediaType.of(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(parts, format.ending()).disposition());
    }
}
