package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.situation.FigureFilter;
import de.kreiskonzept.platform.situation.FigureGroups;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures as files, a row for each value; the address takes the same filters as the page, and the import takes the file back. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class FigureFiles {
    private final FigureGroups groups;
    private final Downloads downloads;
    private final Texts texts;

    FigureFiles(FigureGroups groups, Downloads downloads, Texts texts) {
        this.groups = groups;
        this.downloads = downloads;
        this.texts = texts;
    }

    @Get("/zahlen.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(HttpRequest<?> request, @PathVariable String county) {
        return downloads.sheet("zahlen", grid(request));
    }

    @Get("/zahlen.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(HttpRequest<?> request, @PathVariable String county) {
        return downloads.text("zahlen", grid(request));
    }

    private Grid grid(HttpRequest<?> request) {
        FigureFilter filter = FigureFilter.of(request.getParameters().asMap(String.class, String.class));
        List<String> head = Stream.of(
                        "column.section",
                        "column.figure",
                        "column.unit",
                        "column.period",
                        "column.value",
                        "column.missing",
                        "column.break",
                        "field.source")
                .map(key -> texts.text("situation." + key))
                .toList();
        return new Grid(
                texts.text("situation.figures.sheet"),
                head,
                groups.find(filter).orElseThrow(Refusal::notFound).groups().stream()
                        .flatMap(group -> group.figures().stream().flatMap(figure -> rows(group.section(), figure)))
                        .toList());
    }

    private static Stream<List<Object>> rows(@Nullable Section section, Figure figure) {
        String chapter = section == null ? "" : section.name();
        return figure.readings().stream().map(reading -> row(chapter, figure, reading));
    }

    private static List<Object> row(String chapter, Figure figure, Reading reading) {
        return List.of(
                chapter,
                figure.name(),
                figure.unit(),
                reading.period().print(),
                cell(reading.value()),
                reading.missing(),
                reading.breakNote(),
                reading.source().isEmpty() ? figure.source() : reading.source());
    }

    private static Object cell(@Nullable BigDecimal value) {
        return value == null ? "" : value;
    }
}
