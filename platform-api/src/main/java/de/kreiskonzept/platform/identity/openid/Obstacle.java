package de.kreiskonzept.platform.identity.openid;

import java.util.Optional;
import java.util.stream.Stream;

/** What keeps somebody from signing in by the OpenID provider; each has a sentence on the sign-in page. */
public enum Obstacle {
    /** The provider did not let the person in, or the person went no further there. */
    CANCELLED("abgebrochen"),
    /** Not begun in this browser for this county, too long ago, or finished before. */
    EXPIRED("abgelaufen"),
    /** The provider does not answer. */
    SILENT("keine-antwort"),
    /** The answer does not prove what it has to. */
    DOUBTFUL("zweifelhaft"),
    /** The provider has not verified the mail address. */
    UNVERIFIED("unbestaetigt"),
    /** There is no account for this person here. Why not is nobody's business. */
    UNKNOWN("unbekannt");

    private final String word;

    Obstacle(String word) {
        this.word = word;
    }

    /** Returns the word in addresses and keys of texts. */
    public String word() {
        return word;
    }

    /** Finds the obstacle that an address names; anybody may have written it. */
    public static Optional<Obstacle> of(String word) {
        return Stream.of(values())
                .filter(obstacle -> obstacle.word.equals(word))
                .findFirst();
    }
}
