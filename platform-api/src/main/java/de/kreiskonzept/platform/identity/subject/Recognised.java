package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.platform.identity.openid.Obstacle;
import java.util.UUID;

/** What a county says to somebody for whom the OpenID provider vouches. */
sealed interface Recognised {
    /**
     * The person has this account.
     *
     * @param invited whether the person has not accepted the invitation yet
     */
    record As(UUID account, boolean invited) implements Recognised {}

    /** The person gets no further. */
    record Not(Obstacle why) implements Recognised {}
}
