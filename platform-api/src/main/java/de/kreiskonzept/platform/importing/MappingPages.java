package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.Meaning;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the columns of a table mean, and which light each status stands for. */
@Hidden
@Controller("/{county}/konzept/import/{id}/spalten")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class MappingPages {
    private final Import imports;
    private final PageFrames frames;
    private final Texts texts;

    MappingPages(Import imports, PageFrames frames, Texts texts) {
        this.imports = imports;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> form(HttpRequest<?> request, String county, UUID id) {
        return HttpResponse.ok(view(request, county, columns(id), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, String county, UUID id, @Body Map<String, String> fields) {
        Import.Columns columns = columns(id);
        var meanings = new LinkedHashMap<String, Meaning>();
        List<String> names = List.copyOf(columns.mapping().columns().keySet());
        for (int i = 0; i < names.size(); i++) {
            Optional<Meaning> meaning = Meaning.find(fields.getOrDefault("spalte-" + i, ""));
            if (meaning.isPresent()) {
                meanings.put(names.get(i), meaning.get());
            }
        }
        var lights = new LinkedHashMap<String, TrafficLight>();
        List<String> statuses = List.copyOf(columns.mapping().lights().keySet());
        for (int i = 0; i < statuses.size(); i++) {
            String chosen = fields.getOrDefault("status-" + i, "");
            if (Arrays.stream(TrafficLight.values())
                    .anyMatch(light -> light.text().equals(chosen))) {
                lights.put(statuses.get(i), TrafficLight.of(chosen));
            }
        }
        if (meanings.values().stream().noneMatch(Meaning::isLevel)) {
            var errors = FormErrors.none().with("spalte-0", texts.text("importing.fault.columns"));
            var chosen = new Import.Columns(
                    columns.upload(), columns.mapping().meaning(meanings).withLights(lights), columns.examples());
            return HttpResponse.unprocessableEntity().body(view(request, county, chosen, errors));
        }
        boolean asksForLights = imports.map(id, meanings, lights);
        String next = "/" + county + "/konzept/import/" + id + (asksForLights ? "/spalten#ampel" : "");
        return HttpResponse.seeOther(URI.create(next));
    }

    private Import.Columns columns(UUID id) {
        return imports.columns(id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, Import.Columns columns, FormErrors errors) {
        PageFrame page = frames.of(request, "importing.columns.title");
        String base = "/" + county + "/konzept/import";
        return new ModelAndView<>(
                "importing/columns",
                Map.of(
                        "page",
                        page.withErrors(errors)
                                .withBreadcrumb(
                                        new Crumb(page.t("concept.title"), "/" + county + "/konzept"),
                                        new Crumb(page.t("importing.title"), base),
                                        Crumb.here(page.title())),
                        "action",
                        base + "/" + columns.upload().id() + "/spalten",
                        "cancelHref",
                        base,
                        "columns",
                        lines(columns),
                        "meanings",
                        Arrays.stream(Meaning.values())
                                .map(meaning -> Choice.of(meaning.text(), texts.text(meaning.wordKey())))
                                .toList(),
                        "statuses",
                        statuses(columns.mapping()),
                        "lights",
                        Arrays.stream(TrafficLight.values())
                                .map(light -> Choice.of(light.text(), texts.text(light.wordKey())))
                                .toList()));
    }

    private List<MappingLine> lines(Import.Columns columns) {
        var lines = new ArrayList<MappingLine>();
        columns.mapping().columns().forEach((name, meaning) -> {
            List<String> words = columns.examples().getOrDefault(name, List.of());
            String hint = words.isEmpty()
                    ? texts.text("importing.columns.empty")
                    : texts.text(
                            "importing.columns.example",
                            String.join(
                                    " | ",
                                    words.stream().map(MappingPages::shortened).toList()));
            lines.add(new MappingLine("spalte-" + lines.size(), name, hint, meaning.text()));
        });
        return lines;
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private static List<MappingLine> statuses(Mapping mapping) {
        var lines = new ArrayList<MappingLine>();
        mapping.lights()
                .forEach((word, light) -> lines.add(new MappingLine("status-" + lines.size(), word, "", light.text())));
        return lines;
    }
}
