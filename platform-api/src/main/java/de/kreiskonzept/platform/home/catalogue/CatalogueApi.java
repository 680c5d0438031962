package de.kreiskonzept.platform.home.catalogue;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.catalogue.CatalogueChange;
import de.kreiskonzept.platform.catalogue.Offer;
import de.kreiskonzept.platform.catalogue.Offers;
import de.kreiskonzept.platform.catalogue.Standing;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version of the catalogue that the county works with, for programs. */
@Tag(name = "home")
@Controller("/api/v1/{county}/catalogue")
@Operations.All
@Secured({Roles.ADMIN, Roles.LEAD})
class CatalogueApi {
    private final Offers offers;

    CatalogueApi(Offers offers) {
        this.offers = offers;
    }

    /**
     * The version that the county works with.
     *
     * @param offer null where there is no newer one
     */
    @Serdeable
    @Schema(name = "CatalogueOfCounty")
    record CatalogueView(int version, @Nullable OfferView offer) {
        static CatalogueView of(Standing standing) {
            return new CatalogueView(
                    standing.taken(), standing.offer().map(OfferView::of).orElse(null));
        }
    }

    /**
     * A newer version.
     *
     * @param putAway whether the county does not want to see it until the next one
     */
    @Serdeable
    @Schema(name = "CatalogueOffer")
    record OfferView(int version, boolean putAway, List<ChangeView> changes) {
        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.newer().version(),
                    offer.putAway(),
                    offer.changes().stream().map(ChangeView::of).toList());
        }
    }

    /**
     * One thing that it would change.
     *
     * @param part topic, question, field or template
     * @param kind added, renamed, changed or removed
     * @param before former name where it is renamed; else empty
     */
    @Serdeable
    @Schema(name = "CatalogueChange")
    record ChangeView(String part, String kind, String name, String before) {
        static ChangeView of(CatalogueChange change) {
            return new ChangeView(change.part().text(), change.kind().text(), change.name(), change.before());
        }
    }

    /** The version that was offered. */
    @Serdeable
    @Schema(name = "CatalogueDecision")
    record Decision(int version) {}

    @Get
    @Operation(operationId = "showCatalogue", summary = "Fassung des Katalogs und eine angebotene neuere")
    CatalogueView show(@PathVariable String county) {
        return CatalogueView.of(offers.show());
    }

    @Post("/take")
    @Operation(operationId = "takeCatalogue", summary = "Angebotene Fassung übernehmen; Eigenes und Benutztes bleibt")
    @ApiResponse(responseCode = "200", description = "Die Fassung, mit der der Kreis jetzt arbeitet")
    @ApiResponse(responseCode = "412", description = "Diese Fassung wird nicht angeboten")
    CatalogueView take(@PathVariable String county, @Parameter(hidden = true) SignedIn who, @Body Decision decision) {
        return CatalogueView.of(offers.take(decision.version(), who));
    }

    @Post("/put-away")
    @Operation(operationId = "putCatalogueAway", summary = "Angebot weglegen, bis es eine weitere Fassung gibt")
    @ApiResponse(responseCode = "200", description = "Das Angebot ist weggelegt")
    @ApiResponse(responseCode = "412", description = "Diese Fassung wird nicht angeboten")
    CatalogueView putAway(
            @PathVariable String county, @Parameter(hidden = true) SignedIn who, @Body Decision decision) {
        return CatalogueView.of(offers.putAway(decision.version(), who));
    }
}
