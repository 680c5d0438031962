package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.participation.Invitee;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.model.participation.InviteeLines;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is to be invited, still as text.
 *
 * @param people each line a name, a semicolon and an address
 * @param networks each line a name
 */
public record InvitationForm(String people, String networks) {
    static InvitationForm of(Map<String, ?> fields) {
        return new InvitationForm(FieldChecks.field(fields, "people"), FieldChecks.field(fields, "networks"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (people.isBlank() && networks.isBlank()) {
            return errors.with("people", texts.text("commenting.fault.nobody"));
        }
        errors = errors.withLimit("people", people, TextLimits.TEXT, texts);
        List<Integer> faulty = found().faulty();
        if (!faulty.isEmpty()) {
            String lines = faulty.stream().map(String::valueOf).collect(Collectors.joining(", "));
            errors = errors.with("people", texts.text("commenting.fault.people", lines));
        }
        errors = errors.withLimit("networks", networks, TextLimits.TEXT, texts);
        return names().anyMatch(name -> name.length() > TextLimits.NAME)
                ? errors.with("networks", texts.text("commenting.fault.networks"))
                : errors;
    }

    private InviteeLines.Found found() {
        return InviteeLines.read(people, Mail::isAddress, TextLimits.NAME);
    }

    private Stream<String> names() {
        return networks.lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    /** Those who are to be invited and are not yet; {@link #errors} is empty. */
    List<Invitee> invitees(UUID round, List<Invitee> there, Instant now) {
        var persons = found().people().stream()
                .filter(one -> there.stream().noneMatch(known -> known.email().equalsIgnoreCase(one.email())))
                .map(one -> new Invitee(
                        Ids.create(now), round, InviteeKind.PERSON, one.name(), one.email(), false, null, null));
        var nets = names().filter(name -> there.stream()
                        .noneMatch(known -> known.kind() == InviteeKind.NETWORK
                                && known.name().equals(name)))
                .map(name -> new Invitee(Ids.create(now), round, InviteeKind.NETWORK, name, "", false, null, null));
        return Stream.concat(persons, nets).toList();
    }
}
