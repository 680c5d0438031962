package de.kreiskonzept.deploy;

/** The local start cannot go on; the message is one sentence that tells the person at the terminal what to do. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }
}
