package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.model.tenant.Announcement;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Announcements for programs. */
@Controller("/api/v1/announcements")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class AnnouncementApi {
    private final Announcing announcing;
    private final Counties counties;

    AnnouncementApi(Announcing announcing, Counties counties) {
        this.announcing = announcing;
        this.counties = counties;
    }

    @Get
    @Operation(operationId = "listAnnouncements", summary = "Lists the announcements, the one that begins last first.")
    @PartOfList
    HttpResponse<List<AnnouncementView>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        var views = announcing.list(part.offset(), part.size()).stream()
                .map(AnnouncementView::of)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, announcing.count()));
    }

    @Post
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "createAnnouncement", summary = "Stores a draft, which no county sees.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft is stored.",
            headers = {
                @Header(name = "Location", description = "Path of it", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Version, for If-Match", schema = @Schema(type = "string"))
            },
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AnnouncementView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "A county that is named does not exist.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @BodyRefusals
    HttpResponse<AnnouncementView> create(SignedIn who, @Valid @Body AnnouncementView.Document document) {
        var stored = announcing.create(read(document), actor(who));
        return tagged(HttpStatus.CREATED, stored).header(HttpHeaders.LOCATION, "/api/v1/announcements/" + stored.id());
    }

    @Get("/{id}")
    @Operation(operationId = "showAnnouncement", summary = "Shows an announcement.")
    @WithVersion
    HttpResponse<AnnouncementView> show(UUID id) {
        return tagged(HttpStatus.OK, announcing.get(id));
    }

    @Put("/{id}")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "changeAnnouncement", summary = "Puts another text in the place of a draft.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<AnnouncementView> change(
            HttpHeaders headers, SignedIn who, UUID id, @Valid @Body AnnouncementView.Document document) {
        return tagged(HttpStatus.OK, announcing.change(id, Versions.required(headers), read(document), actor(who)));
    }

    @Post("/{id}/publish")
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "publishAnnouncement",
            summary = "Shows a draft to its counties; they see it within five seconds.")
    @WithVersion
    @VersionRefusals
    HttpResponse<AnnouncementView> publish(HttpHeaders headers, SignedIn who, UUID id) {
        return tagged(HttpStatus.OK, announcing.publish(id, Versions.required(headers), actor(who)));
    }

    @Post("/{id}/withdraw")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "withdrawAnnouncement", summary = "Takes what is published away from all counties.")
    @WithVersion
    @VersionRefusals
    HttpResponse<AnnouncementView> withdraw(HttpHeaders headers, SignedIn who, UUID id) {
        return tagged(HttpStatus.OK, announcing.withdraw(id, Versions.required(headers), actor(who)));
    }

    private Announcement read(AnnouncementView.Document document) {
        if (document.until() != null && !document.until().isAfter(document.from())) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "announcement.form.until.early");
        }
        try {
            return document.announcement(counties);
        } catch (IllegalArgumentException e) {
            // All other limits stand at the document; what is blank or a control character in Unicode is known to the
            // announcement alone.
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "announcement.form.title.missing");
        }
    }

    private static io.micronaut.http.MutableHttpResponse<AnnouncementView> tagged(HttpStatus status, Announced stored) {
        return HttpResponse.<AnnouncementView>status(status)
                .body(AnnouncementView.of(stored))
                .header(HttpHeaders.ETAG, Versions.tag(stored.version()));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
