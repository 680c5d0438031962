package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Criterion;
import de.kreiskonzept.model.check.Judgement;
import de.kreiskonzept.model.check.Verdict;
import de.kreiskonzept.model.check.Wording;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people say about goals, for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}/goals/{id}/smart")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class SmartApi {
    private final Judging judging;

    SmartApi(Judging judging) {
        this.judging = judging;
    }

    /**
     * What holds for one criterion.
     *
     * @param criterion specific, measurable, accepted, realistic, timed or influenceable
     * @param verdict yes, no or open
     * @param judgedBy null where nobody said anything yet
     */
    @Serdeable
    @Schema(name = "Judgement")
    record JudgementView(
            String criterion,
            String verdict,
            @Nullable Instant judgedAt,
            @Nullable String judgedBy) {}

    /**
     * All that holds for a goal.
     *
     * @param criteria all six
     * @param hints what the words give away: no_figure, no_date, addressee_elsewhere
     */
    @Serdeable
    @Schema(name = "Smart")
    record SmartView(String goalId, List<JudgementView> criteria, List<String> hints, long version) {
        static SmartView of(Judging.Judged judged) {
            return new SmartView(
                    judged.goal().id().toString(),
                    Stream.of(Criterion.values())
                            .map(criterion -> new JudgementView(
                                    criterion.text(),
                                    judged.smart().verdict(criterion).text(),
                                    judged.smart()
                                            .find(criterion)
                                            .map(Judgement::judgedAt)
                                            .orElse(null),
                                    judged.smart()
                                            .find(criterion)
                                            .map(Judgement::accountName)
                                            .orElse(null)))
                            .toList(),
                    Wording.hints(judged.goal().text()).stream()
                            .map(CheckKind::text)
                            .toList(),
                    judged.smart().version());
        }
    }

    /** What programs send: yes, no or open for each criterion; what is missing stays. */
    @Serdeable
    @Schema(name = "SmartInput")
    record SmartInput(
            @Nullable String specific,
            @Nullable String measurable,
            @Nullable String accepted,
            @Nullable String realistic,
            @Nullable String timed,
            @Nullable String influenceable) {
        Map<Criterion, Verdict> verdicts() {
            var verdicts = new EnumMap<Criterion, Verdict>(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                String sent = sent(criterion);
                if (sent != null) {
                    verdicts.put(criterion, Verdict.find(sent).orElseThrow(SmartInput::refused));
                }
            }
            return verdicts;
        }

        private @Nullable String sent(Criterion criterion) {
            return switch (criterion) {
                case SPECIFIC -> specific;
                case MEASURABLE -> measurable;
                case ACCEPTED -> accepted;
                case REALISTIC -> realistic;
                case TIMED -> timed;
                case INFLUENCEABLE -> influenceable;
            };
        }

        private static Refusal refused() {
            return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "check.refused.verdict");
        }
    }

    @Get
    @Operation(summary = "SMART-Urteile zu einem Ziel und was sein Wortlaut vermuten lässt")
    @Operations.Reading
    HttpResponse<SmartView> getSmart(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(SmartView.of(judging.get(id)), SmartView::version);
    }

    @Put
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(
            summary = "Ziel beurteilen",
            description = "Auch in einer beschlossenen Fassung, denn Urteile sind kein Inhalt des Konzepts.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<SmartView> changeSmart(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SmartInput input) {
        long version = Versions.required(headers);
        return Answers.one(SmartView.of(judging.judge(id, version, input.verdicts(), who)), SmartView::version);
    }
}
