package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.support.SupportStore.Wish;
import java.time.Duration;
import java.util.List;

/**
 * What an admin says about whom it lets in.
 *
 * @param reason what is to be looked at, 1 to 500 characters
 * @param minutes one of {@link #CHOICES}
 * @param writing whether something may be changed
 */
record SupportForm(String reason, int minutes, boolean writing) {
    static final List<Integer> CHOICES = List.of(15, 30, 60);
    static final int LONGEST = 500;
    static final SupportForm EMPTY = new SupportForm("", CHOICES.getFirst(), false);

    SupportForm {
        reason = reason.strip();
    }

    /** Returns what is wrong with it. */
    FormErrors errors(Texts texts) {
        var errors = reason.isEmpty()
                ? FormErrors.none().with("reason", texts.text("support.form.reasonMissing"))
                : FormErrors.none().withLimit("reason", reason, LONGEST, texts);
        return CHOICES.contains(minutes) ? errors : errors.with("minutes", texts.text("support.form.minutesWrong"));
    }

    Wish wish() {
        return new Wish(reason, Duration.ofMinutes(minutes), writing);
    }
}
