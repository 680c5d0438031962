package de.kreiskonzept.platform.monitoring.stand;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.monitoring.AmpelView;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stände for programs. One never changes, so whoever has read it once is told so by its ETag. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/stands")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class StandApi {
    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Stands stands;
    private final CurrentWorkspace current;
    private final Cache<Known, String> tags;

    StandApi(Stands stands, CurrentWorkspace current, Ticker ticker) {
        this.stands = stands;
        this.current = current;
        this.tags = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    /** Where a tag belongs: a Stand of another county, or of this one before it was restored, is another one, even under the same id. */
    private record Known(String workspace, UUID stand) {}

    /**
     * A Stand as programs read it.
     *
     * @param roundId null where its round is gone, likewise the version
     * @param cutoff ISO 8601 date
     * @param digest SHA-256 of its content in hexadecimal digits
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Stand")
    record StandView(
            String id,
            @Nullable String roundId,
            @Nullable String versionId,
            String name,
            String cutoff,
            String digest,
            String createdAt) {
        static StandView of(Stand stand) {
            return new StandView(
                    stand.id().toString(),
                    Answers.text(stand.roundId()),
                    Answers.text(stand.versionId()),
                    stand.name(),
                    stand.cutoff().toString(),
                    stand.digest(),
                    stand.createdAt().toString());
        }
    }

    /** A Stand with its Ampel. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "StandAmpel")
    record StandAmpelView(StandView stand, AmpelView ampel) {}

    @Get
    @Operation(summary = "Stände, der neueste zuerst")
    @Operations.Listing
    HttpResponse<List<StandView>> listStands(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(request, stands.list().stream().map(StandView::of).toList());
    }

    @Get("/{id}")
    @Operation(summary = "Ampel eines Standes, wie sie am Stichtag festgehalten wurde")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "ETag einer früheren Antwort; dann 304, denn ein Stand ändert sich nicht")
    @ApiResponse(responseCode = "200", description = "Der Stand; ETag nennt seine Prüfsumme")
    @ApiResponse(responseCode = "304", description = "Sie haben den Stand schon")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Stand gibt es nicht")
    HttpResponse<StandAmpelView> getStand(
            @Parameter(hidden = true) HttpHeaders headers, @PathVariable String county, @PathVariable UUID id) {
        String known = headers.get(HttpHeaders.IF_NONE_MATCH);
        // A Stand never changes: what was its tag once can be answered without asking the database.
        if (known != null
                && known.equals(tags.get(new Known(current.get().schema(), id), _ -> tag(stands.getHead(id))))) {
            return HttpResponse.notModified();
        }
        Stands.Whole whole = stands.get(id);
        var view = new StandAmpelView(
                StandView.of(whole.stand()), AmpelView.of(whole.rows().ampel()));
        return HttpResponse.ok(view).header(HttpHeaders.ETAG, tag(whole.stand()));
    }

    private static String tag(Stand stand) {
        return '"' + stand.digest() + '"';
    }
}
