package de.kreiskonzept.model.importing;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into lines and takes markup and invisible characters away; each character is looked at a fixed number of times. */
final class SourceText {
    private static final String BULLETS = "-*+•−–—▪◦‣·●○■□➢►";
    private static final String BULLETS_THAT_NEED_SPACE = "-*+−–—";
    private static final String LEADERS = " \t.…_·";

    private SourceText() {}

    /** All lines, blank ones included; line ends are LF, CRLF or CR. */
    static List<SourceLine> lines(String text) {
        var lines = new ArrayList<SourceLine>();
        int from = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : '\n';
            if (c == '\n' || c == '\r') {
                lines.add(line(lines.size() + 1, text.substring(from, i)));
                if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        return lines;
    }

    /** Numbers of the lines in which a page begins. */
    static List<Integer> pageBreaks(String text) {
        List<Integer> breaks = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\f') {
                breaks.add(line);
            } else if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
        }
        return breaks;
    }

    private static SourceLine line(int number, String raw) {
        String visible = visible(raw);
        String entry = entry(visible);
        String text = collapsed(visible);
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        boolean heading = level > 0 && level <= 6 && level < text.length() && text.charAt(level) == ' ';
        if (heading) {
            text = text.substring(level + 1).replaceFirst(" #+$", "");
        }
        boolean bullet = !heading && isBullet(text);
        if (bullet) {
            text = text.substring(1).strip();
        }
        boolean bold = text.length() > 4 && text.startsWith("**") && text.indexOf("**", 2) >= text.length() - 3;
        text = text.replace("**", "").replace("__", "").strip();
        return new SourceLine(number, text, heading ? level : 0, bullet, bold, entry);
    }

    private static boolean isBullet(String text) {
        if (text.length() < 2 || BULLETS.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return text.charAt(1) == ' ' || BULLETS_THAT_NEED_SPACE.indexOf(text.charAt(0)) < 0;
    }

    private static String visible(String raw) {
        var result = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {}
                case '\t' -> result.append(c);
                default -> result.append(isSpace(c) ? ' ' : c);
            }
        }
        return result.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String collapsed(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\t' ? ' ' : text.charAt(i);
            boolean repeated = c == ' ' && (result.isEmpty() || result.charAt(result.length() - 1) == ' ');
            if (!repeated) {
                result.append(c);
            }
        }
        return result.toString().strip();
    }

    /** "Title ..... 12" or "Title [tab] 12". */
    private static String entry(String visible) {
        String line = visible.strip();
        int digits = line.length();
        while (digits > 0 && Character.isDigit(line.charAt(digits - 1))) {
            digits--;
        }
        int title = digits;
        while (title > 0 && LEADERS.indexOf(line.charAt(title - 1)) >= 0) {
            title--;
        }
        String leader = line.substring(title, digits);
        boolean page = digits < line.length() && line.length() - digits <= 4;
        long dots = leader.chars().filter(c -> "._·".indexOf(c) >= 0).count();
        boolean led = dots > 1 || leader.length() > 3 || leader.contains("\t") || leader.contains("…");
        return page && led && title > 0 ? collapsed(line.substring(0, title)) : "";
    }
}
