package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.problem.InvalidFields;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public sign-up for programs: the official list of counties, the request, its confirmation. */
@Controller("/api/v1")
@Tag(name = "registration")
@Secured(SecurityRule.IS_ANONYMOUS)
@ApiResponse(
        responseCode = "500",
        description = "A fault of ours; its number helps when asking.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
class RegistrationApi {
    private final Registration registration;
    private final CountyCatalogue catalogue;
    private final Texts texts;
    private final GuessLimit guesses;
    private final HttpClientAddressResolver addresses;

    RegistrationApi(
            Registration registration,
            CountyCatalogue catalogue,
            Texts texts,
            GuessLimit guesses,
            HttpClientAddressResolver addresses) {
        this.registration = registration;
        this.catalogue = catalogue;
        this.texts = texts;
        this.guesses = guesses;
        this.addresses = addresses;
    }

    /**
     * What a county asks for.
     *
     * @param ags five digits, leading zero kept
     * @param agreement true where the sender agrees to the processing agreement and is entitled to
     */
    @Serdeable
    @Schema(name = "CountyRequest")
    record Request(
            @NotNull @Pattern(regexp = "[0-9]{5}") String ags,

            @NotBlank @Size(max = CountyRequest.LONGEST_NAME)
            String contactName,

            @NotBlank @Size(max = 254) String email,
            boolean agreement) {
        RegistrationForm form() {
            return new RegistrationForm(ags, contactName, email, agreement ? "true" : null, null);
        }
    }

    /**
     * The secret at the end of the link in the mail.
     *
     * @param token 43 characters
     */
    @Serdeable
    @Schema(name = "Confirmation")
    record Confirmation(@NotBlank @Size(max = 100) String token) {}

    /**
     * How far a request is.
     *
     * @param state requested or verified
     * @param confirmUntil ISO-8601; null once the address is confirmed
     */
    @Serdeable
    @Schema(name = "RegistrationReceipt")
    record Receipt(
            String ags,
            String county,
            String state,
            @Nullable String confirmUntil) {}

    /**
     * A county of the official list.
     *
     * @param ags five digits, leading zero kept
     * @param name that no other county has
     * @param type landkreis or kreisfreie_stadt
     * @param slug first path segment of its pages
     */
    @Serdeable
    @Schema(name = "County")
    record CountyView(String ags, String name, String type, String land, String slug) {}

    /**
     * What the official list is.
     *
     * @param status date of the last change that it knows, ISO-8601
     * @param source who publishes the facts, German
     */
    @Serdeable
    @Schema(name = "Catalogue")
    record CatalogueView(String status, String source, int counties) {}

    @Get("/catalogue")
    @Operation(
            operationId = "showCatalogue",
            summary = "Tells status, source and size of the official list of counties.")
    @ApiResponse(responseCode = "200", description = "Status, source and size.")
    CatalogueView catalogue() {
        return new CatalogueView(
                catalogue.status().toString(),
                catalogue.source(),
                catalogue.list().size());
    }

    @Get("/counties")
    @Operation(operationId = "listCounties", summary = "Lists the counties by AGS.")
    @PartOfList
    HttpResponse<List<CountyView>> counties(
            HttpRequest<?> request, @QueryValue @Nullable @Size(max = 100) String search) {
        var part = ListPart.of(request);
        var found = catalogue.search(search == null ? "" : search);
        var views = found.stream()
                .skip(part.offset())
                .limit(part.size())
                .map(this::view)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, found.size()));
    }

    @Post("/registrations")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "createRegistration",
            summary = "Asks for a workspace of a county; the same request once more gives the same answer and no second"
                    + " request.")
    @ApiResponse(
            responseCode = "202",
            description = "A link to confirm the address is on its way.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The county has a workspace or an open request of somebody else.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts.",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @BodyRefusals
    Receipt request(HttpRequest<?> http, @Valid @Body Request request) {
        var form = request.form();
        InvalidFields.check(form.check(catalogue, texts));
        guesses.attempt("registration " + request.ags(), addresses.resolve(http));
        return receipt(registration.request(form.request(catalogue)));
    }

    @Post("/registrations/confirm")
    @Operation(operationId = "confirmRegistration", summary = "Confirms the address by the secret of the link, once.")
    @ApiResponse(responseCode = "200", description = "The address is confirmed; the provider decides.")
    @ApiResponse(
            responseCode = "404",
            description = "The link was used, has run out or never was.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts.",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @BodyRefusals
    Receipt confirm(HttpRequest<?> http, @Valid @Body Confirmation confirmation) {
        guesses.attempt("confirmation " + confirmation.token(), addresses.resolve(http));
        var signup = registration.confirm(confirmation.token());
        guesses.succeeded("confirmation " + confirmation.token(), addresses.resolve(http));
        return receipt(signup);
    }

    private Receipt receipt(Signup signup) {
        var until = signup.state() == SignupState.REQUESTED ? signup.tokenExpiresAt() : null;
        return new Receipt(
                signup.ags().text(),
                catalogue.find(signup.ags()).map(County::displayName).orElse(""),
                signup.state().text(),
                until == null ? null : until.toInstant().toString());
    }

    private CountyView view(County county) {
        return new CountyView(
                county.ags().text(),
                county.displayName(),
                county.type().text(),
                county.land(),
                catalogue.slugOf(county.ags()).text());
    }
}
