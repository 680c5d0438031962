package de.kreiskonzept.platform.document.charter;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.function.Function;

/** Project charter, process design and letter as files, as far as the answers go. */
@Hidden
@Controller("/{county}/start")
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class CharterFiles {

    private final Answering answering;
    private final CharterProcess process;
    private final CurrentWorkspace county;
    private final ExampleCounties examples;
    private final Press press;
    private final Texts texts;

    CharterFiles(
            Answering answering,
            CharterProcess process,
            CurrentWorkspace county,
            ExampleCounties examples,
            Press press,
            Texts texts) {
        this.answering = answering;
        this.process = process;
        this.county = county;
        this.examples = examples;
        this.press = press;
        this.texts = texts;
    }

    @Get("/projektauftrag.pdf")
    @Format.Pdf
    HttpResponse<byte[]> charterPdf(@PathVariable("county") String slug) {
        return print(slug, "charter", CharterBlocks::charter, Format.PDF);
    }

    @Get("/projektauftrag.docx")
    @Format.Docx
    HttpResponse<byte[]> charterWord(@PathVariable("county") String slug) {
        return print(slug, "charter", CharterBlocks::charter, Format.DOCX);
    }

    @Get("/ablauf.pdf")
    @Format.Pdf
    HttpResponse<byte[]> designPdf(@PathVariable("county") String slug) {
        return print(slug, "design", CharterBlocks::design, Format.PDF);
    }

    @Get("/ablauf.docx")
    @Format.Docx
    HttpResponse<byte[]> designWord(@PathVariable("county") String slug) {
        return print(slug, "design", CharterBlocks::design, Format.DOCX);
    }

    @Get("/brief.docx")
    @Format.Docx
    HttpResponse<byte[]> letter(@PathVariable("county") String slug) {
        return print(slug, "letter", CharterBlocks::letter, Format.DOCX);
    }

    private HttpResponse<byte[]> print(
            String slug, String kind, Function<CharterBlocks, List<Block>> content, Format format) {
        Answering.Whole whole = answering.get();
        List<Block> blocks =
                content.apply(new CharterBlocks(whole, process.find().orElse(null), texts));
        String date = GermanTime.LONG_DAY.format(whole.today());
        var front = new Front(
                county.get().name(),
                texts.text("charter.title." + kind),
                date,
                List.of(
                        new Front.Fact(texts.text("charter.date"), date),
                        new Front.Fact(
                                texts.text("charter.settled"),
                                texts.text(
                                        "charter.share",
                                        whole.progress().done(),
                                        whole.progress().total()))),
                examples.containCurrent() ? texts.text("document.front.example") : "");
        String file = "%s-%s-%s.%s".formatted(texts.text("charter.file." + kind), slug, whole.today(), format.ending());
        return HttpResponse.ok(press.print(new Paper(front, Paper.Layout.BOOK, blocks), format))
                .contentType(MediaType.of(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
