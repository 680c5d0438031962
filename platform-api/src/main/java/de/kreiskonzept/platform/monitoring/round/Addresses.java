package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.monitoring.round.AskedStore.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the bodies of a round are asked, as the form sends it: {@code email-<id>} and, where it is asked at all, {@code asked-<id>}.
 *
 * @param bodies of the round as they are stored
 */
record Addresses(List<Asked> bodies, Map<String, ?> fields) {
    private String email(Asked one) {
        return FieldChecks.field(fields, "email-" + one.id());
    }

    private boolean wanted(Asked one) {
        return !FieldChecks.field(fields, "asked-" + one.id()).isEmpty();
    }

    /** What is wrong, in the order of the bodies. */
    FormErrors check(Texts texts) {
        FormErrors errors = FormErrors.none();
        for (Asked one : bodies) {
            String email = email(one);
            if (!email.isEmpty() && !Mail.isAddress(email)) {
                errors = errors.with("email-" + one.id(), texts.text("round.fault.email", one.name()));
            }
        }
        return errors;
    }

    /** The bodies with what was typed. */
    List<Asked> typed() {
        return bodies.stream()
                .map(one -> new Asked(
                        one.id(),
                        one.roundId(),
                        one.name(),
                        email(one),
                        wanted(one),
                        one.sentAt(),
                        one.seenAt(),
                        one.failed(),
                        one.progress()))
                .toList();
    }

    /** What is to be stored, once it is checked. */
    Map<UUID, Address> all() {
        var all = new LinkedHashMap<UUID, Address>();
        bodies.forEach(one -> all.put(one.id(), new Address(email(one), wanted(one))));
        return all;
    }
}
