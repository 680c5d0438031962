package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was chosen among the open proposals.
 *
 * @param keys of the chosen actions
 * @param mails where invitations go, one for each open proposal; empty for other actions
 */
public record ProposalForm(List<String> keys, List<String> mails) {
    /** Everything but invitations, which need an address first. */
    static ProposalForm of(Proposing.Shown shown) {
        return new ProposalForm(
                shown.open().stream()
                        .map(Offer::action)
                        .filter(action -> !(action instanceof Action.InvitePerson))
                        .map(Action::key)
                        .toList(),
                shown.open().stream().map(_ -> "").toList());
    }

    static ProposalForm of(Proposing.Shown shown, Map<String, ?> fields) {
        return new ProposalForm(
                FieldChecks.list(fields, "action"),
                IntStream.range(0, shown.open().size())
                        .mapToObj(i -> FieldChecks.field(fields, "mail-" + i))
                        .toList());
    }

    /** Whether this one was chosen. */
    public boolean has(Offer offer) {
        return keys.contains(offer.action().key());
    }

    /** What is wrong, in the order of the page. */
    FormErrors errors(Proposing.Shown shown, Texts texts) {
        FormErrors errors = FormErrors.none();
        if (keys.isEmpty()) {
            return errors.with("action", texts.text("proposal.fault.none"));
        }
        List<Offer> open = shown.open();
        for (int i = 0; i < open.size(); i++) {
            boolean invites = open.get(i).action() instanceof Action.InvitePerson && has(open.get(i));
            if (invites && !Mail.isAddress(mails.get(i))) {
                errors = errors.with("mail-" + i, texts.text("proposal.fault.mail"));
            }
        }
        return errors;
    }

    /** The address of each chosen action; empty where it needs none. */
    Map<String, String> addresses(Proposing.Shown shown) {
        var addresses = new HashMap<String, String>();
        List<Offer> open = shown.open();
        for (int i = 0; i < open.size(); i++) {
            if (has(open.get(i))) {
                addresses.put(open.get(i).action().key(), mails.get(i));
            }
        }
        return addresses;
    }
}
