package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about the offer to an archive; the days as ISO-8601.
 *
 * @param archive its name
 * @param answer open, accepted or declined
 * @param answerReason what it has said
 */
@Serdeable
@Introspected
public record ArchiveForm(
        @Nullable String archive,
        @Nullable String offeredOn,
        @Nullable String answer,
        @Nullable String answeredOn,
        @Nullable String answerReason,
        @Nullable Long version,
        @Nullable String csrfToken) {
    /** The form with what is stored. */
    static ArchiveForm of(@Nullable ArchiveOffer offer) {
        return offer == null
                ? new ArchiveForm(null, null, null, null, null, null, null)
                : new ArchiveForm(
                        offer.archive(),
                        offer.offeredOn().toString(),
                        offer.answer().text(),
                        offer.answeredOn() == null ? null : offer.answeredOn().toString(),
                        offer.reason(),
                        null,
                        null);
    }

    long read() {
        return version == null ? -1 : version;
    }

    /** Text of a field for the page; empty for nothing. */
    public static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** What is wrong; none where {@link #offer} gives one. */
    FormErrors errors(Texts texts) {
        var name = shown(archive).strip();
        var errors = FormErrors.none()
                .withLimit("archive", name, ArchiveOffer.LONGEST_NAME, texts)
                .withLimit("answerReason", shown(answerReason), Decision.LONGEST_REASON, texts);
        errors = name.isEmpty() ? errors.with("archive", texts.text("deletion.archive.name.missing")) : errors;
        errors = day(offeredOn).isEmpty()
                ? errors.with("offeredOn", texts.text("deletion.archive.offeredOn.missing"))
                : errors;
        return chosen().isEmpty()
                ? errors.with("answer", texts.text("deletion.archive.answer.missing"))
                : answerErrors(errors, texts);
    }

    private FormErrors answerErrors(FormErrors errors, Texts texts) {
        if (chosen().orElseThrow() == ArchiveOffer.Answer.OPEN) {
            return errors;
        }
        if (day(answeredOn).isEmpty()) {
            return errors.with("answeredOn", texts.text("deletion.archive.answeredOn.missing"));
        }
        return day(offeredOn).filter(day(answeredOn).orElseThrow()::isBefore).isPresent()
                ? errors.with("answeredOn", texts.text("deletion.archive.answeredOn.early"))
                : errors;
    }

    /** What is typed; only where there are no errors. */
    ArchiveOffer offer() {
        var said = chosen().orElseThrow();
        return new ArchiveOffer(
                shown(archive).strip(),
                day(offeredOn).orElseThrow(),
                said,
                said == ArchiveOffer.Answer.OPEN ? null : day(answeredOn).orElseThrow(),
                shown(answerReason).strip());
    }

    private Optional<ArchiveOffer.Answer> chosen() {
        return Arrays.stream(ArchiveOffer.Answer.values())
                .filter(each -> each.text().equals(answer))
                .findFirst();
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(shown(typed).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
