package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.publication.Kept;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** The bytes of published files. */
@Hidden
@Controller("/{county}/oparl/v1.1/file/{id}/download")
@Secured(SecurityRule.IS_ANONYMOUS)
class OparlFiles {
    private final PublishedFiles files;

    OparlFiles(PublishedFiles files) {
        this.files = files;
    }

    @Get
    @Format.Pdf
    HttpResponse<?> download(HttpRequest<?> request, String county, UUID id) {
        PublishedFiles.Named file = files.get(id);
        return Kept.answer(request, Kept.tag(file.content()), file::content)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.name().disposition())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
