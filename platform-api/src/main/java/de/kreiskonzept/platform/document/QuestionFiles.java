package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.question.QuestionFilter;
import de.kreiskonzept.platform.concept.question.Questions;
import de.kreiskonzept.platform.concept.question.SectionAnswer;
import de.kreiskonzept.platform.document.paper.Format;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers to one of the four questions as files; the address takes the same filters as the page. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class QuestionFiles {
    private final Questions questions;
    private final Downloads downloads;
    private final Texts texts;
    private final DateTimeFormatter day;

    QuestionFiles(Questions questions, Downloads downloads, Texts texts, Clock clock) {
        this.questions = questions;
        this.downloads = downloads;
        this.texts = texts;
        this.day = GermanTime.day(clock.getZone());
    }

    @Get("/auswertung.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.sheet("auswertung", grid(request, version));
    }

    @Get("/auswertung.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.text("auswertung", grid(request, version));
    }

    private Grid grid(HttpRequest<?> request, @Nullable UUID version) {
        var filter = QuestionFilter.of(request.getParameters().asMap(String.class, String.class));
        var answered = questions.find(Optional.ofNullable(version), filter).orElseThrow(Refusal::notFound);
        List<String> head = Stream.of("number", "section", "goals", "measures", "bodies", "names", "last", "what")
                .map(column -> texts.text(
                        "question.column." + column, answered.profile().words()))
                .toList();
        return new Grid(
                texts.text("question.name." + filter.question().text()),
                head,
                answered.answers().stream().map(this::row).toList());
    }

    private List<Object> row(SectionAnswer answer) {
        return List.of(
                answer.section().number(),
                answer.section().name(),
                answer.goals(),
                answer.measures(),
                answer.bodies().size(),
                String.join(", ", answer.bodies()),
                day.format(answer.movedAt()),
                texts.text(answer.isAssessed() ? "question.assessed" : "question.changed"));
    }
}
