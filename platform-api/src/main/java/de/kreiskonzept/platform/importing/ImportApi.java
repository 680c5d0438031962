package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.Meaning;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Import of a concept from text and files for programs: preview first, then take over. */
@Tag(name = "importing")
@Controller("/api/v1/{county}/imports")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(Roles.LEAD)
class ImportApi {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Import imports;
    private final TakingBack takingBack;
    private final Texts texts;

    ImportApi(Import imports, TakingBack takingBack, Texts texts) {
        this.imports = imports;
        this.takingBack = takingBack;
        this.texts = texts;
    }

    /**
     * A section found, with the counts it states and those that were found.
     *
     * @param place in the file, such as "Zeile 3" or "Zelle Plan!A3"; empty where there is none
     */
    @Serdeable
    @Schema(name = "ImportSection")
    record SectionFound(
            String kind,
            String number,
            String name,
            int line,
            String place,
            int goals,
            int measures,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {
        static SectionFound of(OutlineSection section, Places places) {
            return new SectionFound(
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    section.line(),
                    places.of(section.line()),
                    section.goalCount(),
                    section.measureCount(),
                    section.stated().goals(),
                    section.stated().measures());
        }
    }

    /**
     * A place where the text departs from the expected shape.
     *
     * @param line from 1; 0 where it concerns the whole text
     * @param place in the file, such as "Zeile 3", "Seite 2, Zeile 3" or "Zelle Plan!A3"; empty for the whole text
     */
    @Serdeable
    @Schema(name = "ImportDeviation")
    record DeviationView(int line, String place, String kind, String message, String excerpt) {}

    /**
     * What is found in a text; nothing is taken over yet.
     *
     * @param versionId version it was taken over into; null before that
     * @param leftOut every line that is not blank and not taken over
     * @param columns of tables in their order; empty for a text
     * @param statuses words of the tables for which a light is chosen; empty for a text
     * @param plan what taking it over into the current draft would do; null where there is no draft
     * @param update cells that would change, where an exported table comes back; else null
     */
    @Serdeable
    @Schema(name = "ImportPreview")
    record PreviewView(
            String id,
            @Nullable String versionId,
            String title,
            int goals,
            int measures,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures,
            List<SectionFound> sections,
            List<DeviationView> deviations,
            List<LeftOutView> leftOut,
            List<ColumnView> columns,
            List<StatusView> statuses,
            @Nullable ResultView plan,
            @Nullable UpdateView update) {}

    /**
     * A line that is not taken over.
     *
     * @param line from 1
     * @param place in the file
     */
    @Serdeable
    @Schema(name = "ImportLeftOut")
    record LeftOutView(int line, String place, String kind, String text) {}

    /** A cell of an exported table that differs from the draft. */
    @Serdeable
    @Schema(name = "ImportChange")
    record ChangeView(String place, String field, String before, String after) {
        static List<ChangeView> of(List<SheetUpdate.Change> changes, Places places) {
            return changes.stream()
                    .map(change ->
                            new ChangeView(places.of(change.line()), change.field(), change.before(), change.after()))
                    .toList();
        }
    }

    /**
     * What an exported table that comes back would change.
     *
     * @param changes cells that change
     * @param stale cells that stay as they are stored, because the entry was changed meanwhile, is gone, or the words are too long
     * @param kept cells about lights, which are set elsewhere
     * @param missing entries of the draft that the table does not have; they stay
     */
    @Serdeable
    @Schema(name = "ImportUpdate")
    record UpdateView(List<ChangeView> changes, List<ChangeView> stale, List<ChangeView> kept, List<String> missing) {
        static UpdateView of(SheetUpdate update, Places places) {
            return new UpdateView(
                    ChangeView.of(update.changes(), places),
                    ChangeView.of(update.stale(), places),
                    ChangeView.of(update.kept(), places),
                    update.missing().stream()
                            .map(row -> row.kind().word() + ": " + row.value(Field.TEXT))
                            .toList());
        }
    }

    /**
     * A column of a table and what it means.
     *
     * @param meaning such as field, goal, measure or nothing
     */
    @Serdeable
    @Schema(name = "ImportColumn")
    record ColumnView(String name, String meaning) {}

    /** A status of a table and the light it stands for. */
    @Serdeable
    @Schema(name = "ImportStatus")
    record StatusView(String words, String light) {}

    /** Other meanings for columns and statuses; what is not named keeps its own, null stands for none. */
    @Serdeable
    @Schema(name = "ImportMapping")
    record MappingView(
            @Nullable List<ColumnView> columns, @Nullable List<StatusView> statuses) {}

    /**
     * Where a text goes.
     *
     * @param versionId version that is not frozen; null for a new draft
     * @param addDiffering true where goals, measures and texts that are there in other words come in beside them; null is false
     */
    @Serdeable
    @Schema(name = "ImportTarget")
    record Target(@Nullable UUID versionId, @Nullable Boolean addDiffering) {}

    /** What a take-over has done; see {@link TakenOver}. */
    @Serdeable
    @Schema(name = "ImportResult")
    record ResultView(
            String versionId,
            int sections,
            int goals,
            int measures,
            int texts,
            int known,
            int changed,
            int differing,
            int untouched) {
        static ResultView of(TakenOver done) {
            return new ResultView(
                    done.versionId().toString(),
                    done.sections(),
                    done.goals(),
                    done.measures(),
                    done.texts(),
                    done.known(),
                    done.changed(),
                    done.differing(),
                    done.untouched());
        }
    }

    @Post
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_CSV, MediaType.APPLICATION_PDF, WORKBOOK, DOCUMENT})
    @Operation(
            summary = "Text oder Datei für eine Vorschau einreichen",
            description =
                    "Was die Datei ist, zeigt ihr Inhalt; nur text/csv unterscheidet eine Tabelle von einem Text.")
    @ApiResponse(responseCode = "201", description = "Vorschau mit allen Abweichungen; noch ist nichts übernommen")
    @ApiResponse(responseCode = "413", description = "Größer als 5 MB")
    @ApiResponse(responseCode = "422", description = "Leer, nicht sicher lesbar oder zu umfangreich")
    HttpResponse<PreviewView> upload(
            @Parameter(hidden = true) SignedIn who,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @Body byte[] text) {
        boolean separated = request.getContentType()
                .filter(type -> type.getName().equals(MediaType.TEXT_CSV))
                .isPresent();
        return HttpResponse.created(view(imports.preview(imports.keep(separated ? "tabelle.csv" : "", text, who))));
    }

    @Get("/{id}")
    @Operation(summary = "Vorschau lesen")
    @ApiResponse(responseCode = "200", description = "Vorschau mit allen Abweichungen")
    HttpResponse<PreviewView> get(@PathVariable String county, @PathVariable UUID id) {
        return HttpResponse.ok(view(imports.preview(id)));
    }

    @Put("/{id}/mapping")
    @Operation(summary = "Spalten einer Tabelle und Statusangaben zuordnen")
    @ApiResponse(responseCode = "200", description = "Vorschau mit der neuen Zuordnung")
    @ApiResponse(responseCode = "400", description = "Kein lesbares JSON oder ein unbekanntes Feld")
    @ApiResponse(responseCode = "409", description = "Schon übernommen")
    @ApiResponse(responseCode = "422", description = "Keine Tabelle oder eine unbekannte Bedeutung")
    HttpResponse<PreviewView> map(@PathVariable String county, @PathVariable UUID id, @Body MappingView mapping) {
        var meanings = new LinkedHashMap<String, Meaning>();
        Optional.ofNullable(mapping.columns())
                .orElse(List.of())
                .forEach(column -> meanings.put(
                        column.name(), Meaning.find(column.meaning()).orElseThrow(ImportApi::unknown)));
        var lights = new LinkedHashMap<String, TrafficLight>();
        Optional.ofNullable(mapping.statuses())
                .orElse(List.of())
                .forEach(status -> lights.put(
                        status.words(),
                        Arrays.stream(TrafficLight.values())
                                .filter(light -> light.text().equals(status.light()))
                                .findFirst()
                                .orElseThrow(ImportApi::unknown)));
        imports.map(id, meanings, lights);
        return HttpResponse.ok(view(imports.preview(id)));
    }

    private static Refusal unknown() {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "unknown-meaning", "importing.refused.meaning");
    }

    @Post("/{id}/take-over")
    @Operation(summary = "Text übernehmen; was schon vorhanden ist, bleibt unverändert")
    @ApiResponse(responseCode = "200", description = "Übernommen")
    @ApiResponse(responseCode = "400", description = "Kein lesbares JSON oder ein unbekanntes Feld")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "In dem Text wurde nichts gefunden")
    HttpResponse<ResultView> takeOver(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Target target) {
        UUID version = target.versionId();
        boolean addDiffering = Boolean.TRUE.equals(target.addDiffering());
        TakenOver done = version == null
                ? imports.asNewVersion(id, imports.label(), who)
                : imports.into(id, version, addDiffering, who);
        return HttpResponse.ok(ResultView.of(done));
    }

    @Delete("/{id}/take-over")
    @Operation(summary = "Übernahme rückgängig machen; was sie hinzugefügt hat, liegt danach im Papierkorb")
    @ApiResponse(responseCode = "204", description = "Rückgängig gemacht, die Vorschau steht wieder bereit")
    @ApiResponse(
            responseCode = "409",
            description = "Nichts übernommen, seither etwas geändert oder die Fassung ist beschlossen")
    HttpResponse<?> takeBack(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        takingBack.takeBack(id, who);
        return HttpResponse.noContent();
    }

    private PreviewView view(Import.Preview preview) {
        ConceptOutline outline = preview.parsed().outline();
        Upload upload = preview.upload();
        Places places = Places.of(upload, texts);
        Mapping mapping = Mapping.of(upload.mapping());
        UUID version = upload.versionId();
        Optional<Import.Plan> plan = imports.plan(preview);
        return new PreviewView(
                upload.id().toString(),
                version == null ? null : version.toString(),
                outline.title(),
                outline.goalCount(),
                outline.measureCount(),
                outline.stated().goals(),
                outline.stated().measures(),
                outline.sections().stream()
                        .map(section -> SectionFound.of(section, places))
                        .toList(),
                preview.parsed().deviations().stream()
                        .map(found -> view(found, places))
                        .toList(),
                preview.parsed().leftOut().stream()
                        .map(line -> view(line, places))
                        .toList(),
                mapping.columns().entrySet().stream()
                        .map(entry ->
                                new ColumnView(entry.getKey(), entry.getValue().text()))
                        .toList(),
                mapping.lights().entrySet().stream()
                        .map(entry ->
                                new StatusView(entry.getKey(), entry.getValue().text()))
                        .toList(),
                plan.map(found -> ResultView.of(found.result())).orElse(null),
                plan.flatMap(found -> Optional.ofNullable(found.update()))
                        .map(update -> UpdateView.of(update, places))
                        .orElse(null));
    }

    private static LeftOutView view(ParsedConcept.LeftOut line, Places places) {
        return new LeftOutView(line.line(), places.of(line.line()), text(line.why()), line.text());
    }

    private static String text(DeviationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private DeviationView view(Deviation deviation, Places places) {
        return new DeviationView(
                deviation.line(),
                places.of(deviation.line()),
                text(deviation.kind()),
                texts.text(deviation.kind().wordKey()),
                deviation.excerpt());
    }
}
