package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Which account belongs to a person, for programs. */
@Tag(name = "committees")
@Controller("/api/v1/{county}/persons/{id}/account")
@Operations.All
@Secured(Roles.LEAD)
class AccountLinkApi {
    private final AccountLinks links;

    AccountLinkApi(AccountLinks links) {
        this.links = links;
    }

    @Put("/{account}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Einer Person ihr Konto mit der Rolle Mitglied zuordnen")
    @ApiResponse(responseCode = "204", description = "Zugeordnet; war es das schon, ändert sich nichts")
    void tieAccount(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID account) {
        links.tie(id, account, who);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Die Zuordnung eines Kontos zu einer Person lösen")
    @ApiResponse(responseCode = "204", description = "Gelöst; gab es keine, ändert sich nichts")
    void untieAccount(@Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        links.tie(id, null, who);
    }
}
