package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.platform.identity.openid.Obstacle;

/** What a county says to somebody for whom the OpenID provider vouches. */
sealed interface Recognised<T> {
    /** The person has an account and is let in. */
    record As<T>(T entrance) implements Recognised<T> {}

    /** The person gets no further. */
    record Not<T>(Obstacle why) implements Recognised<T> {}
}
