package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/** The examination of all workspaces for programs. */
@Controller(DoctorApi.PATH)
@Tag(name = "tenant")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@AccountRefusals
class DoctorApi {
    static final String PATH = "/api/v1/doctor";

    private final ExaminationProgress progress;

    DoctorApi(ExaminationProgress progress) {
        this.progress = progress;
    }

    @Get
    @Operation(
            operationId = "showExamination",
            summary = "What the last examination of all workspaces has found, and how far the one under way is.")
    ExaminationView show() {
        return ExaminationView.of(progress.status());
    }

    @Post
    @Operation(
            operationId = "examineTenants",
            summary =
                    "Begins to hold every workspace against its expected shape, and the registry against what is there.")
    @ApiResponse(
            responseCode = "202",
            description = "The examination goes on in the background.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExaminationView.class)))
    HttpResponse<ExaminationView> examine(SignedIn who) {
        return begin(false, who);
    }

    @Post("/repairs")
    @Operation(
            operationId = "repairTenants",
            summary = "Begins to examine every workspace and to repair what can lose nothing.")
    @ApiResponse(
            responseCode = "202",
            description = "The examination goes on in the background.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExaminationView.class)))
    HttpResponse<ExaminationView> repair(SignedIn who) {
        return begin(true, who);
    }

    private HttpResponse<ExaminationView> begin(boolean repairs, SignedIn who) {
        var status = progress.begin(repairs, new Actor(who.accountId(), who.name()));
        return HttpResponse.<ExaminationView>accepted(URI.create(PATH)).body(ExaminationView.of(status));
    }
}
