package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** What works or has failed, for programs. */
@Controller("/api/v1/jobs")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class JobApi {
    private final Jobs jobs;

    JobApi(Jobs jobs) {
        this.jobs = jobs;
    }

    @Get
    @Operation(
            operationId = "listJobs",
            summary = "Lists what works, waits or has failed across the installation; at most 100 of a kind.")
    List<JobView> list() {
        return jobs.list().jobs().stream().map(JobView::of).toList();
    }
}
