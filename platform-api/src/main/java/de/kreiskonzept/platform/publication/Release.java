package de.kreiskonzept.platform.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.platform.monitoring.narrative.NarrativeTexts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * That a Stand is open to anybody, with the texts of that moment. Only ever added: the latest one holds.
 *
 * @param author name of the account that released it; not shown in public
 */
public record Release(UUID id, UUID standId, Content content, String author, Instant createdAt) {
    /** The texts as they were. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Content(List<Said> parts) {
        Map<String, NarrativeTexts> byKey() {
            return parts.stream().collect(Collectors.toMap(Said::part, Said::texts));
        }
    }

    /** The texts of one part. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Said(String part, NarrativeTexts texts) {}
}
