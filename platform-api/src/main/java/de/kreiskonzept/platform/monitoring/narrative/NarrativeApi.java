package de.kreiskonzept.platform.monitoring.narrative;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of a Stand, for programs. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/stands/{id}/texts")
@Operations.All
@Secured(Roles.LEAD)
class NarrativeApi {
    private final Narratives narratives;
    private final Texts texts;

    NarrativeApi(Narratives narratives, Texts texts) {
        this.narratives = narratives;
        this.texts = texts;
    }

    /**
     * Texts as programs send them; what is missing is empty.
     *
     * @param notPursued what was not pursued, and why
     */
    @Serdeable
    @Schema(name = "NarrativeInput")
    record NarrativeInput(
            @Nullable String summary,
            @Nullable String narrative,
            @Nullable String highlights,
            @Nullable String notPursued) {
        NarrativeForm form() {
            var form = NarrativeForm.of(NarrativeTexts.NONE);
            form.values().put("summary", Answers.text(summary, ""));
            form.values().put("narrative", Answers.text(narrative, ""));
            form.values().put("highlights", Answers.text(highlights, ""));
            form.values().put("notPursued", Answers.text(notPursued, ""));
            return form;
        }
    }

    /**
     * One part with its texts.
     *
     * @param part gesamt or the id of a top section
     * @param texts what stands in the Ampel document, in Markdown
     * @param proposed what the data say
     * @param author null where nobody has written, then the proposal stands in the document; likewise the time
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Narrative")
    record NarrativeView(
            String part,
            String name,
            NarrativeTexts texts,
            NarrativeTexts proposed,
            @Nullable String author,
            @Nullable String modifiedAt,
            long version) {
        static NarrativeView of(Part part) {
            Narrative written = part.written();
            return new NarrativeView(
                    part.key(),
                    part.name(),
                    part.texts(),
                    part.proposed(),
                    written == null ? null : written.author(),
                    written == null ? null : written.modifiedAt().toString(),
                    part.version());
        }
    }

    /** Which part of which Stand is meant. */
    @Introspected
    record Place(
            @PathVariable String county,
            @PathVariable UUID id,

            @Parameter(description = "gesamt oder die Kennung eines Bereichs der obersten Ebene") @PathVariable
            String part) {}

    @Get
    @Operation(summary = "Texte eines Standes: erst das Gesamtbild, dann die Bereiche")
    @Operations.Listing
    HttpResponse<List<NarrativeView>> listNarratives(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request,
                narratives.get(id).parts().stream().map(NarrativeView::of).toList());
    }

    @Get("/{part}")
    @Operation(summary = "Texte eines Teils, mit dem Vorschlag aus den Daten")
    @Operations.Reading
    HttpResponse<NarrativeView> getNarrative(@RequestBean Place place) {
        return Answers.one(NarrativeView.of(narratives.get(place.id()).get(place.part())), NarrativeView::version);
    }

    @Put("/{part}")
    @Operation(
            summary = "Texte eines Teils schreiben",
            description = "If-Match: 0, solange niemand geschrieben hat. Veröffentlichte Texte bleiben, wie sie sind.")
    @Operations.Changing
    HttpResponse<NarrativeView> changeNarrative(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean Place place,
            @Body NarrativeInput input) {
        long version = Versions.required(headers);
        NarrativeForm form = input.form();
        Answers.refuse(form.errors(texts));
        Part told = narratives.tell(place.id(), place.part(), version, form.texts(), who);
        return Answers.one(NarrativeView.of(told), NarrativeView::version);
    }
}
