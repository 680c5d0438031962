package de.kreiskonzept.platform.monitoring.evidence;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends a file so that no browser shows it inside our pages: as a download, of the type that its bytes have. */
public final class Download {
    private Download() {}

    /**
     * The file as an answer; nosniff stands in every answer.
     *
     * @throws Refusal 404 where there is none
     */
    public static HttpResponse<byte[]> of(Optional<EvidenceStore.Whole> found) {
        EvidenceStore.Whole whole = found.orElseThrow(Refusal::notFound);
        Evidence file = whole.file();
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return HttpResponse.ok(whole.content())
                .contentType(MediaType.of(file.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"anhang.%s\"; filename*=UTF-8''%s"
                                .formatted(file.kind().suffix(), name));
    }
}
