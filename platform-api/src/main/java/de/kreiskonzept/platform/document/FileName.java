package de.kreiskonzept.platform.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Name of a file that people save: words joined by hyphens, without any sign that a file system minds.
 *
 * @param text with ending, umlauts as they are
 */
public record FileName(String text) {
    private static final int LONGEST = 150;

    /**
     * The name made of these parts.
     *
     * @param ending without the dot
     */
    public static FileName of(List<String> parts, String ending) {
        String joined = parts.stream()
                .map(part -> part.replaceAll("[^\\p{L}\\p{M}\\p{N}.]+", "-").replaceAll("^[-.]+|[-.]+$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        String name = Normalizer.normalize(joined, Normalizer.Form.NFC);
        int end = Math.min(name.length(), LONGEST);
        boolean torn = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return new FileName(name.substring(0, torn ? end - 1 : end) + "." + ending);
    }

    /** Value of the header Content-Disposition (RFC 6266): a name in ASCII for old programs, the full one for all others. */
    public String disposition() {
        String full = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(), full);
    }

    private String ascii() {
        String german = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
