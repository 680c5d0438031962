package de.kreiskonzept.platform.monitoring.evidence;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * A form with a file in the field {@code file}.
 *
 * @param fields all others, the first value of each
 */
public record Parts(Map<String, Object> fields, SentFile file) {
    /** Reads all parts; the request has limited their size. */
    public static Parts of(MultipartBody body) {
        var fields = new HashMap<String, Object>();
        SentFile file = SentFile.NONE;
        for (CompletedPart part :
                Objects.requireNonNullElse(Flux.from(body).collectList().block(), List.<CompletedPart>of())) {
            byte[] content = content(part);
            if (part instanceof CompletedFileUpload sent) {
                file = file.isNone() ? new SentFile(Objects.requireNonNullElse(sent.getFilename(), ""), content) : file;
            } else {
                fields.putIfAbsent(part.getName(), new String(content, StandardCharsets.UTF_8));
            }
        }
        return new Parts(fields, file);
    }

    private static byte[] content(CompletedPart part) {
        try {
            return part.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
