package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import de.kreiskonzept.model.tenant.Announcement.Kind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is typed for an announcement; moments as 2026-11-22T20:00 in the time zone of the installation.
 *
 * @param audience everyone or chosen
 * @param counties one a line, where some are chosen
 */
@Serdeable
@Introspected
public record AnnouncementForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String from,
        @Nullable String until,
        @Nullable String audience,
        @Nullable String counties,
        @Nullable Long version,
        @Nullable String csrfToken) {
    private static final String EVERYONE = "everyone";

    /** A form for a new one, which begins now. */
    static AnnouncementForm empty(Instant now, ZoneId zone) {
        return new AnnouncementForm(Kind.HINT.text(), "", "", typed(now, zone), "", EVERYONE, "", 0L, null);
    }

    /** The form with what is stored. */
    static AnnouncementForm of(Announced stored, List<Tenant> counties, ZoneId zone) {
        var announcement = stored.announcement();
        return new AnnouncementForm(
                announcement.kind().text(),
                announcement.title(),
                announcement.text(),
                typed(announcement.from(), zone),
                announcement.until() == null ? "" : typed(announcement.until(), zone),
                announcement.audience() instanceof Audience.Everyone ? EVERYONE : "chosen",
                counties.stream().map(Tenant::slug).collect(Collectors.joining("\n")),
                stored.version(),
                null);
    }

    private static String typed(Instant moment, ZoneId zone) {
        return moment.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Text of a field for the page; empty for nothing. */
    public static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** The counties that are typed. */
    List<String> chosen() {
        return Arrays.stream(shown(counties).split("[\\s,;]+", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private boolean isForEveryone() {
        return EVERYONE.equals(audience);
    }

    /** What is wrong; none where {@link #announcement} gives one. */
    FormErrors errors(Texts texts, ZoneId zone, Counties known) {
        var errors = kindOf().isEmpty()
                ? FormErrors.none().with("kind", texts.text("announcement.form.kind.missing"))
                : FormErrors.none();
        errors = errors.withLimit("title", shown(title).strip(), Announcement.LONGEST_TITLE, texts)
                .withLimit("text", shown(text).strip(), Announcement.LONGEST_TEXT, texts);
        if (shown(title).isBlank() || shown(title).strip().chars().anyMatch(Character::isISOControl)) {
            errors = errors.with("title", texts.text("announcement.form.title.missing"));
        }
        return countyErrors(timeErrors(errors, texts, zone), texts, known);
    }

    private FormErrors timeErrors(FormErrors errors, Texts texts, ZoneId zone) {
        var begin = moment(from, zone);
        var end = moment(until, zone);
        var wrong = begin.isEmpty() ? errors.with("from", texts.text("announcement.form.from.missing")) : errors;
        if (!shown(until).isBlank() && end.isEmpty()) {
            return wrong.with("until", texts.text("announcement.form.until.wrong"));
        }
        return begin.isPresent()
                        && end.filter(moment -> !moment.isAfter(begin.get())).isPresent()
                ? wrong.with("until", texts.text("announcement.form.until.early"))
                : wrong;
    }

    private FormErrors countyErrors(FormErrors errors, Texts texts, Counties known) {
        if (isForEveryone()) {
            return errors;
        }
        if (chosen().isEmpty()) {
            return errors.with("counties", texts.text("announcement.form.counties.missing"));
        }
        var unknown = known.unknown(chosen());
        return unknown.isEmpty()
                ? errors
                : errors.with("counties", texts.text("announcement.form.counties.unknown", String.join(", ", unknown)));
    }

    /** What is typed; only where there are no errors. */
    Announcement announcement(ZoneId zone, Counties known) {
        return new Announcement(
                kindOf().orElseThrow(),
                shown(title),
                shown(text),
                moment(from, zone).orElseThrow(),
                moment(until, zone).orElse(null),
                isForEveryone() ? new Audience.Everyone() : known.chosen(chosen()));
    }

    long read() {
        return version == null ? -1 : version;
    }

    private Optional<Kind> kindOf() {
        return Arrays.stream(Kind.values())
                .filter(each -> each.text().equals(kind))
                .findFirst();
    }

    private static Optional<Instant> moment(@Nullable String typed, ZoneId zone) {
        try {
            return Optional.of(
                    LocalDateTime.parse(shown(typed).strip()).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
