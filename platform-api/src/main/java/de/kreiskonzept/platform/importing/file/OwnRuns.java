package de.kreiskonzept.platform.importing.file;

import java.util.ArrayList;
import java.util.List;

/** The runs of a paragraph, as plain words and with the signs of Markdown. */
final class OwnRuns {
    private final List<Piece> pieces = new ArrayList<>();
    private boolean strong;
    private boolean emphasised;
    private String link = "";

    private record Piece(String text, boolean strong, boolean emphasised, String link) {
        boolean isLike(Piece other) {
            return strong == other.strong && emphasised == other.emphasised && link.equals(other.link);
        }

        /** Spaces at the ends stay outside of the signs, which would not be read otherwise. */
        String marked() {
            String words = text.strip();
            if (words.isEmpty()) {
                return text;
            }
            String sign = (strong ? "**" : "") + (emphasised ? "*" : "");
            String said =
                    (strong ? "**" : "") + (emphasised ? "*" : "") + escaped(words) + new StringBuilder(sign).reverse();
            String whole = link.isEmpty() ? said : "[" + said + "](" + link + ")";
            int first = text.indexOf(words);
            return text.substring(0, first) + whole + text.substring(first + words.length());
        }

        private static String escaped(String words) {
            return words.replaceAll("([\\\\*`\\[\\]])", "\\\\$1")
                    .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_");
        }
    }

    void plain() {
        strong = false;
        emphasised = false;
    }

    void strong(boolean on) {
        strong = on;
    }

    void emphasised(boolean on) {
        emphasised = on;
    }

    void link(String target) {
        link = target;
    }

    void add(String words) {
        var piece = new Piece(words, strong, emphasised, link);
        if (!pieces.isEmpty() && pieces.getLast().isLike(piece)) {
            piece = new Piece(pieces.removeLast().text() + words, strong, emphasised, link);
        }
        pieces.add(piece);
    }

    String text() {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }

    String marked() {
        return String.join("", pieces.stream().map(Piece::marked).toList());
    }
}
