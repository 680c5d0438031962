package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;

/**
 * A barrier that somebody has met.
 *
 * @param place page or document, maybe empty
 * @param text what was in the way
 * @param answer mail address for an answer, maybe empty
 */
public record BarrierForm(String place, String text, String answer) {
    /** Greatest number of characters of the text. */
    public static final int LONGEST = 4_000;

    /** Greatest number of characters of the place. */
    public static final int LONGEST_PLACE = 300;

    static final BarrierForm NONE = new BarrierForm("", "", "");

    static BarrierForm of(Map<String, ?> fields) {
        return new BarrierForm(
                FieldChecks.field(fields, "place"),
                FieldChecks.field(fields, "text"),
                FieldChecks.field(fields, "answer"));
    }

    FormErrors check(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (place.length() > LONGEST_PLACE || place.indexOf('\0') >= 0) {
            errors = errors.with("place", texts.text("publication.fault.place", LONGEST_PLACE));
        }
        if (text.isBlank()) {
            errors = errors.with("text", texts.text("publication.fault.text"));
        }
        errors = errors.withLimit("text", text, LONGEST, texts);
        if (!answer.isEmpty() && !Mail.isAddress(answer)) {
            errors = errors.with("answer", texts.text("publication.fault.email"));
        }
        return errors;
    }
}
