package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Import of a concept from text for programs: preview first, then take over. */
@Tag(name = "importing")
@Controller("/api/v1/{county}/imports")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(Roles.LEAD)
class ImportApi {
    private final Import imports;
    private final Texts texts;

    ImportApi(Import imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** A section found, with the counts it states and those that were found. */
    @Serdeable
    @Schema(name = "ImportSection")
    record SectionFound(
            String kind,
            String number,
            String name,
            int line,
            int goals,
            int measures,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {
        static SectionFound of(OutlineSection section) {
            return new SectionFound(
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    section.line(),
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
     */
    @Serdeable
    @Schema(name = "ImportDeviation")
    record DeviationView(int line, String kind, String message, String excerpt) {}

    /**
     * What is found in a text; nothing is taken over yet.
     *
     * @param versionId version it was taken over into; null before that
     * @param leftOut every line that is not blank and not taken over
     * @param plan what taking it over into the current draft would do; null where there is no draft
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
            @Nullable ResultView plan) {}

    /**
     * A line that is not taken over.
     *
     * @param line from 1
     */
    @Serdeable
    @Schema(name = "ImportLeftOut")
    record LeftOutView(int line, String kind, String text) {}

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
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "Text für eine Vorschau einreichen")
    @ApiResponse(responseCode = "201", description = "Vorschau mit allen Abweichungen; noch ist nichts übernommen")
    @ApiResponse(responseCode = "413", description = "Größer als 5 MB")
    @ApiResponse(responseCode = "422", description = "Leer, kein Text oder zu viele Ziele und Maßnahmen")
    HttpResponse<PreviewView> upload(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body byte[] text) {
        return HttpResponse.created(view(imports.preview(imports.keep("", text, who))));
    }

    @Get("/{id}")
    @Operation(summary = "Vorschau lesen")
    @ApiResponse(responseCode = "200", description = "Vorschau mit allen Abweichungen")
    HttpResponse<PreviewView> get(@PathVariable String county, @PathVariable UUID id) {
        return HttpResponse.ok(view(imports.preview(id)));
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

    private PreviewView view(Import.Preview preview) {
        ConceptOutline outline = preview.parsed().outline();
        UUID version = preview.upload().versionId();
        return new PreviewView(
                preview.upload().id().toString(),
                version == null ? null : version.toString(),
                outline.title(),
                outline.goalCount(),
                outline.measureCount(),
                outline.stated().goals(),
                outline.stated().measures(),
                outline.sections().stream().map(SectionFound::of).toList(),
                preview.parsed().deviations().stream().map(this::view).toList(),
                preview.parsed().leftOut().stream().map(ImportApi::view).toList(),
                imports.plan(preview.parsed())
                        .map(plan -> ResultView.of(plan.result()))
                        .orElse(null));
    }

    private static LeftOutView view(ParsedConcept.LeftOut line) {
        return new LeftOutView(line.line(), text(line.why()), line.text());
    }

    private static String text(DeviationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private DeviationView view(Deviation deviation) {
        return new DeviationView(
                deviation.line(),
                text(deviation.kind()),
                texts.text(deviation.kind().wordKey()),
                deviation.excerpt());
    }
}
