package de.kreiskonzept.platform.monitoring.evidence;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** The files that stand in the history of a measure, for everybody who may read that. */
@Hidden
@Controller("/{county}/massnahmen/{id}/nachweise")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_AUTHENTICATED)
class EvidencePages {
    private final EvidenceStore store;

    EvidencePages(EvidenceStore store) {
        this.store = store;
    }

    @Get("/{file}")
    HttpResponse<byte[]> download(UUID id, UUID file) {
        return Download.of(store.findOfMeasure(id, file));
    }
}
