package de.kreiskonzept.foundation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the words that a jte template writes out itself, instead of taking them from a message file. */
final class TemplateWords {

    private static final Pattern READABLE_ATTRIBUTE =
            Pattern.compile("\\s(?:alt|title|placeholder|label|aria-label|aria-description)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>|&#?\\w+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}-]+(?: \\p{L}[\\p{L}\\p{N}-]+)*");

    private final String source;
    private final StringBuilder markup = new StringBuilder();
    private int at;

    private TemplateWords(String source) {
        this.source = source;
    }

    /** Returns the words a reader would see that stand in the template itself; tag names and code are no words. */
    static List<String> in(String template) {
        var reading = new TemplateWords(template);
        reading.readMarkup();
        var visible = COMMENT.matcher(reading.markup).replaceAll(" ");
        var words = new ArrayList<String>();
        READABLE_ATTRIBUTE.matcher(visible).results().forEach(found -> words.add(found.group(1)));
        WORD.matcher(TAG.matcher(visible).replaceAll(" ")).results().forEach(found -> words.add(found.group()));
        return words;
    }

    private void readMarkup() {
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("<%--", at)) {
                skipPast("--%>");
            } else if (source.startsWith("@import ", at) || source.startsWith("@param ", at)) {
                skipPast("\n");
            } else if (startsCode()) {
                readCode();
            } else {
                markup.append(source.charAt(at++));
            }
        }
        at++;
    }

    private boolean startsCode() {
        var next = source.substring(at, Math.min(at + 2, source.length()));
        return next.equals("!{")
                || next.equals("${")
                || source.startsWith("$unsafe{", at)
                || (next.length() == 2 && next.charAt(0) == '@' && Character.isLetter(next.charAt(1)));
    }

    private void readCode() {
        at++;
        while (at < source.length() && isNamePart(source.charAt(at))) {
            at++;
        }
        if (at < source.length() && (source.charAt(at) == '{' || source.charAt(at) == '(')) {
            readBrackets();
        }
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '.';
    }

    private void readBrackets() {
        var depth = 0;
        do {
            switch (source.charAt(at)) {
                case '{', '(' -> depth++;
                case '}', ')' -> depth--;
                case '"' -> skipString();
                case '`' -> {
                    at++;
                    readMarkup();
                    at--;
                }
                default -> {}
            }
            at++;
        } while (depth > 0 && at < source.length());
    }

    private void skipString() {
        at++;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private void skipPast(String end) {
        var found = source.indexOf(end, at);
        at = found < 0 ? source.length() : found + end.length();
    }
}
