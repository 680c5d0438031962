package de.kreiskonzept.admin.signup;

import java.util.Arrays;
import java.util.Locale;

/** What has become of a county's request. */
public enum SignupState {
    /** The link in the mail was not opened yet. */
    REQUESTED,
    /** The address is confirmed; the provider decides. */
    VERIFIED,
    /** The provider has agreed. */
    APPROVED,
    /** The provider has refused, with a reason. */
    REJECTED,
    /** Nobody opened the link in time. */
    EXPIRED;

    /** Text in database and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word. */
    public String wordKey() {
        return "signup.state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SignupState of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown state of a sign-up"));
    }
}
