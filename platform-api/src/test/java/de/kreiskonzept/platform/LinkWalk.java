package de.kreiskonzept.platform;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows the links of the pages as a person would.
 *
 * @param cookie header of a browser in which somebody is signed in
 */
record LinkWalk(PlatformUnderTest platform, String cookie) {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)");
    private static final int MOST = 500;

    /** The statuses of all that can be reached from here, by path, 500 at most. */
    Map<String, Integer> from(String start) throws IOException, InterruptedException {
        var seen = new LinkedHashMap<String, Integer>();
        var open = new ArrayDeque<String>();
        open.add(start);
        while (!open.isEmpty() && seen.size() < MOST) {
            String path = open.remove();
            if (!seen.containsKey(path)) {
                var answer = open(path);
                seen.put(path, answer.statusCode());
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    links(answer).stream()
                            .filter(link -> !seen.containsKey(link))
                            .forEach(open::add);
                }
            }
        }
        return seen;
    }

    /** Opens what a link leads to as a browser does, which takes files too. */
    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return platform.send(
                platform.request(path).header("Accept", "text/html,*/*;q=0.8").header("Cookie", cookie));
    }

    /** The links of a page that stay on the platform. */
    static Set<String> links(HttpResponse<String> page) {
        var links = new LinkedHashSet<String>();
        var found = LINK.matcher(page.body());
        while (found.find()) {
            String link = found.group(1).replace("&amp;", "&");
            if (link.startsWith("/")) {
                links.add(link);
            }
        }
        return links;
    }
}
