package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.InviteeKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contribution with whose link it came by.
 *
 * @param invitee name of the person or network
 */
public record Said(Contribution contribution, InviteeKind kind, String invitee) {
    /** Who said it, for everybody: a network by its name, people only where they agreed; maybe empty. */
    public String by() {
        return words(contribution.shownName());
    }

    /** Who said it, for the lead. */
    public String from() {
        return words(kind == InviteeKind.PERSON ? invitee : contribution.author());
    }

    private String words(String person) {
        return Stream.of(person, kind == InviteeKind.NETWORK ? invitee : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
