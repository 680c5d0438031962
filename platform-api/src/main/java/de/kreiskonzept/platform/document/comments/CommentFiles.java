package de.kreiskonzept.platform.document.comments;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.draft.Contributions;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The summary of a comment round as files, for the lead to hand on. */
@Hidden
@Controller("/{county}/beteiligung/{id}")
@Secured(Roles.LEAD)
class CommentFiles {
    private final Contributions contributions;
    private final CurrentWorkspace county;
    private final ExampleCounties examples;
    private final Press press;
    private final Texts texts;
    private final Clock clock;

    CommentFiles(
            Contributions contributions,
            CurrentWorkspace county,
            ExampleCounties examples,
            Press press,
            Texts texts,
            Clock clock) {
        this.contributions = contributions;
        this.county = county;
        this.examples = examples;
        this.press = press;
        this.texts = texts;
        this.clock = clock;
    }

    @Get("/zusammenfassung.pdf")
    @Format.Pdf
    HttpResponse<byte[]> pdf(@PathVariable("county") String slug, UUID id, SignedIn who) {
        return print(slug, id, who, Format.PDF);
    }

    @Get("/zusammenfassung.docx")
    @Format.Docx
    HttpResponse<byte[]> word(@PathVariable("county") String slug, UUID id, SignedIn who) {
        return print(slug, id, who, Format.DOCX);
    }

    private HttpResponse<byte[]> print(String slug, UUID id, SignedIn who, Format format) {
        Contributions.Board board = contributions.board(id, who);
        LocalDate today = LocalDate.now(clock);
        var front = new Front(
                county.get().name(),
                board.round().name(),
                texts.text("comments.title"),
                List.of(new Front.Fact(texts.text("comments.date"), today.format(GermanTime.DAY))),
                examples.containCurrent() ? texts.text("document.front.example") : "");
        var paper = new Paper(
                front, Paper.Layout.BOOK, CommentBlocks.of(board, texts).all());
        String file = "%s-%s-%s.%s".formatted(texts.text("comments.file"), slug, today, format.ending());
        return HttpResponse.ok(press.print(paper, format))
                .contentType(MediaType.of(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
