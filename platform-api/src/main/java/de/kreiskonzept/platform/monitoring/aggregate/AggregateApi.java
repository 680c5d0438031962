package de.kreiskonzept.platform.monitoring.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.AmpelView.RuleView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule by which lights become one colour, and the colours that people set, for programs. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/ampel")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class AggregateApi {
    private static final String WHOLE = "whole";

    private final Aggregation aggregation;
    private final Texts texts;

    AggregateApi(Aggregation aggregation, Texts texts) {
        this.aggregation = aggregation;
        this.texts = texts;
    }

    /** A rule as programs send it; shares in whole per cents. */
    @Serdeable
    @Schema(name = "AggregateRuleInput")
    record RuleInput(
            @Nullable String rule,
            @Nullable Integer green,
            @Nullable Integer red,
            @Nullable Integer assessed) {
        RuleForm form() {
            return new RuleForm(
                    Answers.text(rule, ""), Answers.text(green, ""), Answers.text(red, ""), Answers.text(assessed, ""));
        }
    }

    /**
     * A colour as programs set it.
     *
     * @param place id of a section or goal, or whole
     * @param light green, yellow, red or grey; null where the computed colour is to hold again
     */
    @Serdeable
    @Schema(name = "AggregateOverrideInput")
    record OverrideInput(
            @Nullable String place,
            @Nullable String light,
            @Nullable String reason) {}

    /**
     * What a person decided about a colour.
     *
     * @param place id of a section or goal, or whole
     * @param computed colour that the rule gave then
     * @param light null where the computed colour holds again
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AggregateDecision")
    record DecisionView(
            String id,
            String place,
            String computed,
            @Nullable String light,
            String reason,
            String setBy,
            Instant setAt) {
        static DecisionView of(Decision decision) {
            TrafficLight light = decision.light();
            return new DecisionView(
                    decision.id().toString(),
                    Answers.text(decision.place(), WHOLE),
                    decision.computed().text(),
                    light == null ? null : light.text(),
                    decision.reason(),
                    decision.author(),
                    decision.at());
        }
    }

    @Get("/rule")
    @Operation(summary = "Regel, nach der aus mehreren Ampeln eine Farbe wird")
    @Operations.Reading
    HttpResponse<RuleView> getRule(@PathVariable String county) {
        return answer(aggregation.rule());
    }

    @Put("/rule")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Regel für die Gesamtfarben wählen",
            description = "Festgehaltene Stände behalten ihre Farben. Anteile sind ganze Prozent.")
    @Operations.Changing
    HttpResponse<RuleView> changeRule(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @Body RuleInput input) {
        long version = Versions.required(headers);
        RuleForm form = input.form();
        Answers.refuse(form.errors(texts));
        return answer(aggregation.choose(form.checked(), version, who));
    }

    private static HttpResponse<RuleView> answer(Aggregation.Chosen chosen) {
        return HttpResponse.ok(RuleView.of(chosen.rule())).header(HttpHeaders.ETAG, Versions.tag(chosen.version()));
    }

    @Get("/overrides")
    @Operation(summary = "Von Hand gesetzte Gesamtfarben mit Verlauf, die neueste zuerst")
    @Operations.Listing
    HttpResponse<List<DecisionView>> listOverrides(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request, aggregation.list().stream().map(DecisionView::of).toList());
    }

    @Post("/overrides")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Gesamtfarbe eines Bereichs, eines Ziels oder des Ganzen setzen",
            description = "Die berechnete Farbe bleibt daneben stehen. Ohne light gilt wieder die berechnete.")
    @ApiResponse(responseCode = "201", description = "Gesetzt; kommt zum Verlauf hinzu")
    @ApiResponse(responseCode = "409", description = "Es ist keine Farbe gesetzt, die zurückgenommen werden könnte")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<DecisionView> setOverride(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body OverrideInput input) {
        String light = input.light();
        String reason = Objects.requireNonNullElse(input.reason(), "").strip();
        if (light == null) {
            return HttpResponse.created(DecisionView.of(aggregation.decide(place(input), null, "", who)));
        }
        var form = new ColourForm(light, reason);
        Answers.refuse(form.errors(texts));
        return HttpResponse.created(DecisionView.of(aggregation.decide(place(input), form.checked(), reason, who)));
    }

    private static UUID place(OverrideInput input) {
        String place = Objects.requireNonNullElse(input.place(), "");
        if (place.equals(WHOLE)) {
            return Aggregates.WHOLE;
        }
        try {
            return UUID.fromString(place);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "aggregate.fault.place");
        }
    }
}
