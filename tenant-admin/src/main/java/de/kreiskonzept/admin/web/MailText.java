package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.mail.SiteUrls;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in the text of a mail the links that lead to this installation; whatever else looks like a link stays text. */
@Singleton
public final class MailText {
    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&()*+,;=%]+");

    private final List<String> homes;

    MailText(SiteUrls urls) {
        homes = List.of(urls.platform("/"), urls.console("/"));
    }

    /** Returns the text in its parts; together they are the whole text. */
    List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var links = LINK.matcher(text);
        var written = 0;
        while (links.find()) {
            var link = links.group().replaceFirst("[.,;:!?)]+$", "");
            if (homes.stream().anyMatch(link::startsWith)) {
                parts.add(new Part(text.substring(written, links.start()), null));
                parts.add(new Part(link, link));
                written = links.start() + link.length();
            }
        }
        parts.add(new Part(text.substring(written), null));
        return parts;
    }

    /**
     * A part of the text.
     *
     * @param href where it leads; null for mere text
     */
    public record Part(String text, @Nullable String href) {}
}
