package de.kreiskonzept.admin.web;

import java.util.Arrays;
import java.util.List;

/** The text of a mail for reading on a page: lines of words, of which some are links. */
public final class MailText {
    private MailText() {}

    /**
     * A word of a line.
     *
     * @param isLink whether it is the address of a page
     */
    public record Word(String text, boolean isLink) {}

    /** The lines of a text that are not blank. */
    public static List<List<Word>> lines(String body) {
        return body.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.strip().split(" +"))
                        .map(word -> new Word(word, word.matches("https?://\\S+")))
                        .toList())
                .toList();
    }
}
