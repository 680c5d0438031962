package de.kreiskonzept.foundation.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request comes from, so that its sender recognises it: browser and system, or the name of a program. Nothing else of the header is kept. */
public final class Device {
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z][A-Za-z0-9 ._-]{0,39}");

    /** Marks in the order in which they are looked for: most browsers name others, too. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "FxiOS",
            "Firefox",
            "Firefox",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chromium",
            "Chromium",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Macintosh",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private Device() {}

    /** Returns for example {@code Firefox, Windows} or {@code curl}; empty where the request does not say. */
    public static String of(HttpRequest<?> request) {
        var header = Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
                .orElse("");
        return find(BROWSERS, header)
                .map(browser -> find(SYSTEMS, header)
                        .map(system -> browser + ", " + system)
                        .orElse(browser))
                .orElseGet(() -> program(header));
    }

    private static String program(String header) {
        var name = header.split("/", 2)[0].strip();
        return PROGRAM.matcher(name).matches() ? name : "";
    }

    private static Optional<String> find(Map<String, String> names, String header) {
        return names.entrySet().stream()
                .filter(entry -> header.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        var names = new LinkedHashMap<String, String>();
        for (var place = 0; place < marksAndNames.length; place += 2) {
            names.put(marksAndNames[place], marksAndNames[place + 1]);
        }
        return names;
    }
}
