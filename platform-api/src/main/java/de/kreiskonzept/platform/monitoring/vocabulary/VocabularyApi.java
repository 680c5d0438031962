package de.kreiskonzept.platform.monitoring.vocabulary;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the county calls the states of its measures, for programs. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/statuses")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class VocabularyApi {
    private final Wording wording;
    private final Texts texts;

    VocabularyApi(Wording wording, Texts texts) {
        this.wording = wording;
        this.texts = texts;
    }

    /**
     * The states in their order.
     *
     * @param statuses empty where the county says nothing but the words of the colours
     */
    @Serdeable
    @Schema(name = "StatusVocabulary")
    record VocabularyView(List<StatusLine> statuses) {}

    /** The states in their order, as programs send them. */
    @Serdeable
    @Schema(name = "StatusVocabularyInput")
    record VocabularyInput(@Nullable List<StatusLine> statuses) {
        VocabularyForm form() {
            List<StatusLine> lines = statuses == null ? List.of() : statuses;
            return new VocabularyForm(IntStream.range(0, lines.size())
                    .mapToObj(i -> new VocabularyForm.Line(
                            String.valueOf(i),
                            lines.get(i).name(),
                            lines.get(i).light(),
                            lines.get(i).scope(),
                            lines.get(i).legend()))
                    .toList());
        }
    }

    @Get
    @Operation(summary = "Namen der Ampelstände in ihrer Reihenfolge")
    @Operations.Reading
    HttpResponse<VocabularyView> getStatuses(@PathVariable String county) {
        return answer(wording.get());
    }

    @Put
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Namen der Ampelstände ändern",
            description = "Was schon bewertet ist, behält Namen und Farbe seines Tages. Ohne Namen gelten die Farben.")
    @Operations.Changing
    HttpResponse<VocabularyView> changeStatuses(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @Body VocabularyInput input) {
        long version = Versions.required(headers);
        VocabularyForm form = input.form();
        Answers.refuse(form.errors(texts));
        return answer(wording.change(form.checked(), version, who));
    }

    private static HttpResponse<VocabularyView> answer(VocabularyStore.Stored stored) {
        return HttpResponse.ok(new VocabularyView(StatusLine.list(stored.vocabulary())))
                .header(HttpHeaders.ETAG, Versions.tag(stored.version()));
    }
}
