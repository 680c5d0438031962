package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.PaperFilter;
import de.kreiskonzept.platform.resolution.PaperForm;
import de.kreiskonzept.platform.resolution.PaperStore;
import de.kreiskonzept.platform.resolution.PartForm;
import de.kreiskonzept.platform.resolution.Submission;
import de.kreiskonzept.platform.resolution.program.PaperViews.PaperView;
import de.kreiskonzept.platform.resolution.program.PaperViews.TextView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Papers for programs. */
@Tag(name = "papers")
@Controller("/api/v1/{county}/papers")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class PaperApi {
    private final CouncilPapers papers;
    private final Submission submission;
    private final Texts texts;

    PaperApi(CouncilPapers papers, Submission submission, Texts texts) {
        this.papers = papers;
        this.submission = submission;
        this.texts = texts;
    }

    /**
     * What programs send for a paper.
     *
     * @param kind decision, information or report; only for a new paper, like what it is made from
     */
    @Serdeable
    @Schema(name = "CouncilPaperInput")
    record PaperInput(
            @Nullable String kind,
            @Nullable UUID versionId,
            @Nullable UUID standId,
            @Schema(maxLength = TextLimits.NAME) @Nullable String title,

            @Schema(maxLength = CouncilPaper.NUMBER) @Nullable
            String number) {
        PaperForm form() {
            String source = "";
            if (standId != null) {
                source = PaperForm.stand(standId);
            } else if (versionId != null) {
                source = PaperForm.version(versionId);
            }
            return new PaperForm(
                    Answers.text(kind, ""),
                    source,
                    Answers.text(title, "").strip(),
                    Answers.text(number, "").strip());
        }
    }

    /** What programs send for a section. */
    @Serdeable
    @Schema(name = "CouncilPaperPartInput")
    record PartInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String heading,

            @Schema(maxLength = TextLimits.TEXT) @Nullable String text) {}

    /** What programs send for the points. */
    @Serdeable
    @Schema(name = "ResolutionPointsInput")
    record PointsInput(@Nullable List<PointInput> points) {}

    /** One of them. */
    @Serdeable
    @Schema(name = "ResolutionPointInput")
    record PointInput(
            @Schema(maxLength = ResolutionPoint.LONGEST) @Nullable
            String text,

            @Nullable Boolean withdrawn) {}

    @Get
    @Operation(summary = "Vorlagen, die diese Person lesen darf, die neueste zuerst")
    @Operations.Listing
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "decision, information oder report")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "Stand der Vorlage")
    @Parameter(name = "version", in = ParameterIn.QUERY, description = "Id der Fassung, um die es geht")
    HttpResponse<List<PaperView>> listPapers(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county) {
        ListPart part = ListPart.of(request);
        var filter = PaperFilter.of(request.getParameters().asMap(String.class, String.class));
        PaperStore.Page found = papers.list(filter, who, (int) part.offset(), part.size());
        return HttpResponse.ok(found.lines().stream()
                        .map(PaperStore.Line::paper)
                        .map(PaperView::of)
                        .toList())
                .header(HttpHeaders.LINK, part.links(request, found.total()));
    }

    @Get("/{id}")
    @Operation(summary = "Vorlage mit Text, Anlagen und Beratungsfolge lesen")
    @Operations.Reading
    HttpResponse<TextView> getPaper(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Parameter(description = "Fassung; ohne Angabe die letzte") @Nullable @QueryValue Integer edition) {
        return Answers.one(TextView.of(papers.read(id, edition, who)), TextView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Vorlage aus einer Fassung, einem Stand oder ohne Grundlage anlegen")
    @Operations.Creating
    HttpResponse<TextView> createPaper(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body PaperInput input) {
        PaperForm form = input.form();
        Answers.refuse(form.errors(texts));
        return Answers.created(TextView.of(papers.read(papers.create(form, who), null, who)), TextView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Titel und Nummer einer Vorlage ändern")
    @Operations.Changing
    @InState
    HttpResponse<TextView> changePaper(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body PaperInput input) {
        long version = Versions.required(headers);
        papers.read(id, null, who);
        PaperForm form = input.form();
        Answers.refuse(form.nameErrors(texts));
        papers.name(id, version, form, who);
        return getPaper(who, county, id, null);
    }

    @Put("/{id}/parts/{part}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt einer Vorlage ändern; If-Match nennt die Version des Abschnitts")
    @Operations.Changing
    @InState
    HttpResponse<TextView> changePart(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID part,
            @Body PartInput input) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        long version = Versions.required(request.getHeaders());
        papers.read(id, null, who);
        var form = new PartForm(Answers.text(input.heading(), "").strip(), Answers.text(input.text(), ""));
        Answers.refuse(form.errors(texts));
        papers.write(id, part, version, form, who);
        return getPaper(who, county, id, null);
    }

    @Put("/{id}/points")
    @Secured(Roles.LEAD)
    @Operation(summary = "Punkte des Vorschlags ersetzen")
    @Operations.Changing
    @InState
    HttpResponse<TextView> changePoints(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body PointsInput input) {
        long version = Versions.required(headers);
        papers.read(id, null, who);
        List<PointInput> sent = input.points() == null ? List.of() : input.points();
        FormErrors errors = sent.size() > ResolutionPoint.MOST
                ? FormErrors.none().with("points", texts.text("resolution.fault.points", ResolutionPoint.MOST))
                : FormErrors.none();
        for (PointInput point : sent) {
            String text = Answers.text(point.text(), "");
            errors = text.isBlank() ? errors.with("points", texts.text("resolution.fault.point")) : errors;
            errors = errors.withLimit("points", text, ResolutionPoint.LONGEST, texts);
        }
        Answers.refuse(errors);
        papers.propose(
                id,
                version,
                sent.stream()
                        .map(point -> new ResolutionPoint(
                                Answers.text(point.text(), ""), Boolean.TRUE.equals(point.withdrawn())))
                        .toList(),
                who);
        return getPaper(who, county, id, null);
    }

    @Post("/{id}/submission")
    @Secured(Roles.LEAD)
    @Operation(summary = "Vorlage einreichen; ihre Anlagen werden festgehalten")
    @Operations.Changing
    @InState
    HttpResponse<TextView> submitPaper(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        submission.submit(id, Versions.required(headers), who);
        return getPaper(who, county, id, null);
    }

    @Post("/{id}/editions")
    @Secured(Roles.LEAD)
    @Operation(summary = "Neue Fassung einer eingereichten Vorlage beginnen")
    @Operations.Changing
    @InState
    HttpResponse<TextView> revisePaper(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        papers.revise(id, Versions.required(headers), who);
        return getPaper(who, county, id, null);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Entwurf einer Vorlage löschen")
    @Operations.Deleting
    @InState
    void deletePaper(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        papers.delete(id, Versions.required(headers), who);
    }
}
