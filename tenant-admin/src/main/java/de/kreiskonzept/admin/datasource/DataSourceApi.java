package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The data sources for programs. */
@Controller("/api/v1/data-sources")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class DataSourceApi {
    private final Inspection inspection;

    DataSourceApi(Inspection inspection) {
        this.inspection = inspection;
    }

    @Get
    @Operation(
            operationId = "listDataSources",
            summary = "Lists the databases in which workspaces stand, with counties, capacity and what they lack.")
    List<DataSourceView> list() {
        return inspection.list().stream().map(DataSourceView::of).toList();
    }
}
