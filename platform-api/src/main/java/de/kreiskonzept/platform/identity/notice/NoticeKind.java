package de.kreiskonzept.platform.identity.notice;

import de.kreiskonzept.platform.identity.Roles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of mail that comes by itself and that its reader may do without. */
public enum NoticeKind {
    /** Once a week, what waits for the person. */
    DIGEST,
    /** After the deadline of a reporting round, who is missing. */
    OVERDUE;

    /** The kinds that people with this role get. */
    static List<NoticeKind> of(String role) {
        return Arrays.stream(values())
                .filter(kind -> kind.roles().contains(role))
                .toList();
    }

    /** The roles whose people get mails of this kind. */
    Set<String> roles() {
        return this == OVERDUE ? Set.of(Roles.LEAD) : Set.of(Roles.ADMIN, Roles.LEAD, Roles.EDITOR);
    }

    /** Text in the database and in forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
