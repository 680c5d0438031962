package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What people enter for somebody who holds a seat, still as text.
 *
 * @param mail where invitations go, maybe empty
 * @param organisation id, maybe empty
 */
public record PersonForm(String name, String mail, String organisation) {
    static PersonForm of(Person person) {
        return new PersonForm(person.name(), person.mail(), Objects.toString(person.organisationId(), ""));
    }

    static PersonForm of(Map<String, ?> fields) {
        return new PersonForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "mail").strip(),
                FieldChecks.field(fields, "organisation"));
    }

    /** What is wrong, in the order of the form; {@code known} are the organisations of the directory. */
    FormErrors errors(Texts texts, List<UUID> known) {
        FormErrors errors = name.isBlank()
                ? FormErrors.none().with("name", texts.text("committee.fault.personName"))
                : Inputs.length(FormErrors.none(), "name", name, TextLimits.NAME, texts);
        if (!mail.isEmpty() && !Mail.isAddress(mail)) {
            errors = errors.with("mail", texts.text("committee.fault.mail"));
        }
        UUID chosen = Inputs.id(organisation);
        return organisation.isEmpty() || (chosen != null && known.contains(chosen))
                ? errors
                : errors.with("organisation", texts.text("committee.fault.organisation"));
    }
}
