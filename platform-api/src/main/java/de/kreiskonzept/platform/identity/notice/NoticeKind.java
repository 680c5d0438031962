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
    OVERDUE,
    /** A body has answered all it was asked in a round. */
    ANSWERED,
    /** A colleague has asked a body back. */
    RETURNED,
    /** A colleague has closed a round. */
    CLOSED,
    /** A colleague has noted a suggestion that wants an answer. */
    SUGGESTED,
    /** A step of a process ends soon or is overdue. */
    STEP,
    /** Something new was said to a draft. */
    CONTRIBUTED;

    /** The kinds that people with this role get. */
    static List<NoticeKind> of(String role) {
        return Arrays.stream(values())
                .filter(kind -> kind.roles().contains(role))
                .toList();
    }

    /** The roles whose people get mails of this kind. */
    Set<String> roles() {
        return switch (this) {
            case DIGEST -> Set.of(Roles.ADMIN, Roles.LEAD, Roles.EDITOR);
            case STEP -> Set.of(Roles.LEAD, Roles.EDITOR);
            case OVERDUE, ANSWERED, RETURNED, CLOSED, SUGGESTED, CONTRIBUTED -> Set.of(Roles.LEAD);
        };
    }

    /** Text in the database and in forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
