package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.Meaning;
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
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Other meanings for columns and statuses; what is not named keeps its own, null stands for none. */
    @Serdeable
    @Schema(name = "ImportMapping")
    record MappingView(
            @Nullable List<PreviewView.ColumnView> columns,
            @Nullable List<PreviewView.StatusView> statuses) {}

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
        return HttpResponse.created(view(imports.keep(separated ? "tabelle.csv" : "", text, who)));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadFile",
            summary = "Text oder Datei für eine Vorschau einreichen",
            description =
                    "Als Formular mit dem Feld file; der Name der Datei unterscheidet eine Tabelle (.csv) von einem Text.")
    @ApiResponse(responseCode = "201", description = "Vorschau mit allen Abweichungen; noch ist nichts übernommen")
    @ApiResponse(responseCode = "413", description = "Größer als 5 MB")
    @ApiResponse(responseCode = "422", description = "Leer, nicht sicher lesbar oder zu umfangreich")
    HttpResponse<PreviewView> uploadFile(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @Nullable @Part("file") CompletedFileUpload file)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        return HttpResponse.created(view(imports.keep(file == null ? "" : file.getFilename(), bytes, who)));
    }

    @Get("/{id}")
    @Operation(summary = "Vorschau lesen")
    @ApiResponse(responseCode = "200", description = "Vorschau mit allen Abweichungen")
    HttpResponse<PreviewView> get(@PathVariable String county, @PathVariable UUID id) {
        return HttpResponse.ok(view(id));
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
        return HttpResponse.ok(view(id));
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

    private PreviewView view(UUID id) {
        Import.Preview preview = imports.preview(id);
        return PreviewView.of(preview, imports.plan(preview), texts);
    }
}
