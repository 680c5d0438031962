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
    FormErrors errors(Texts texts, LocalDate today) {
        var name = shown(archive).strip();
        var errors = FormErrors.none().withLimit("archive", name, ArchiveOffer.LONGEST_NAME, texts);
        errors = name.isEmpty() ? errors.with("archive", texts.text("deletion.archive.name.missing")) : errors;
        errors = dayErrors(errors, "offeredOn", offeredOn, texts, today);
        errors = chosen().isEmpty() ? errors.with("answer", texts.text("deletion.archive.answer.missing")) : errors;
        errors = chosen().isEmpty() || chosen().get() == ArchiveOffer.Answer.OPEN
                ? errors
                : answerErrors(errors, texts, today);
        return errors.withLimit("answerReason", shown(answerReason), Decision.LONGEST_REASON, texts);
    }

    private FormErrors answerErrors(FormErrors errors, Texts texts, LocalDate today) {
        var answered = day(answeredOn);
        return answered.isPresent()
                        && day(offeredOn).filter(answered.get()::isBefore).isPresent()
                ? errors.with("answeredOn", texts.text("deletion.archive.answeredOn.early"))
                : dayErrors(errors, "answeredOn", answeredOn, texts, today);
    }

    private static FormErrors dayErrors(
            FormErrors errors, String field, @Nullable String typed, Texts texts, LocalDate today) {
        var day = day(typed);
        if (day.isEmpty()) {
            return errors.with(field, texts.text("deletion.archive." + field + ".missing"));
        }
        return day.get().isAfter(today) ? errors.with(field, texts.text("deletion.refused.future")) : errors;
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
