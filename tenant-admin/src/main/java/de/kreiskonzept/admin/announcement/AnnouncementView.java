package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import de.kreiskonzept.model.tenant.Announcement.Kind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as programs see it.
 *
 * @param state draft, published or withdrawn
 */
@Serdeable
@Schema(name = "Announcement")
public record AnnouncementView(String id, String state, Document announcement) {

    /**
     * What is told.
     *
     * @param kind hint, maintenance or disruption
     * @param text plain, with line feeds; null for none
     * @param from ISO-8601, like until
     * @param until null where it stays until it is withdrawn
     * @param counties ids, slugs or AGS; null for everyone
     */
    @Serdeable
    @Schema(name = "AnnouncementDocument")
    public record Document(
            @NotNull @Pattern(regexp = "hint|maintenance|disruption")
            String kind,

            @NotBlank @Size(max = Announcement.LONGEST_TITLE) @Pattern(regexp = "\\P{Cntrl}*")
            String title,

            @Nullable @Size(max = Announcement.LONGEST_TEXT) String text,
            @NotNull Instant from,
            @Nullable Instant until,
            @Nullable @Size(min = 1, max = 1000) List<@Size(max = 60) String> counties) {
        static Document of(Announcement announcement) {
            return new Document(
                    announcement.kind().text(),
                    announcement.title(),
                    announcement.text(),
                    announcement.from(),
                    announcement.until(),
                    switch (announcement.audience()) {
                        case Audience.Everyone _ -> null;
                        case Audience.Chosen chosen ->
                            chosen.counties().stream()
                                    .map(UUID::toString)
                                    .sorted()
                                    .toList();
                    });
        }

        /**
         * What it says.
         *
         * @throws IllegalArgumentException where the end is not after the beginning, or a limit is not kept
         */
        Announcement announcement(Counties known) {
            return new Announcement(
                    Kind.of(kind),
                    title,
                    text == null ? "" : text,
                    from,
                    until,
                    counties == null ? new Audience.Everyone() : known.chosen(counties));
        }
    }

    /** The announcement as clients see it. */
    public static AnnouncementView of(Announced stored) {
        return new AnnouncementView(stored.id().toString(), stored.state().text(), Document.of(stored.announcement()));
    }
}
