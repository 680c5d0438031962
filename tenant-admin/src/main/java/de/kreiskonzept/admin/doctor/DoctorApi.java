package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;

/** The examination of all workspaces for programs. */
@Controller("/api/v1/doctor")
@Tag(name = "tenant")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@AccountRefusals
class DoctorApi {
    private final Doctor doctor;

    DoctorApi(Doctor doctor) {
        this.doctor = doctor;
    }

    @Get
    @Operation(
            operationId = "examineTenants",
            summary = "Holds every workspace against its expected shape, and the registry against what is there.")
    ReportView examine() throws SQLException {
        return ReportView.of(doctor.examine());
    }

    @Post("/repairs")
    @Operation(operationId = "repairTenants", summary = "Examines every workspace and repairs what can lose nothing.")
    ReportView repair(SignedIn who) throws SQLException {
        return ReportView.of(doctor.repair(doctor.examine(), new Actor(who.accountId(), who.name())));
    }
}
