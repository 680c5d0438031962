package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.Participant.Guest;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;

/**
 * A guest as people enter one.
 *
 * @param mail where the invitation goes, maybe empty
 */
record GuestForm(String name, String mail) {
    static GuestForm of(Map<String, ?> fields) {
        return new GuestForm(FieldChecks.field(fields, "name"), FieldChecks.field(fields, "mail"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = name.isBlank()
                ? FormErrors.none().with("name", texts.text("attendance.fault.guest"))
                : FormErrors.none().withLimit("name", name, TextLimits.NAME, texts);
        return mail.isEmpty() || Mail.isAddress(mail)
                ? errors
                : errors.with("mail", texts.text("committee.fault.mail"));
    }

    /** The guest; there are no errors. */
    Guest guest() {
        return new Guest(name, mail);
    }
}
