package de.kreiskonzept.foundation.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person goes on after signing in: only a path of the own area, never another server. */
public final class ReturnPath {
    /** Name of the query parameter and form field. */
    public static final String PARAMETER = "weiter";

    private static final Pattern HARMLESS = Pattern.compile("/[A-Za-z0-9\\-._~!$&'()*+,;=:@%/?]*");
    private static final int MAX_LENGTH = 2000;

    private ReturnPath() {}

    /**
     * Returns the path when it stays below the start page, otherwise the start page.
     *
     * @param wanted what the link or form says; anybody may have written it
     * @param home start page of the area, with a slash at its end
     */
    public static String within(String home, @Nullable String wanted) {
        return wanted != null && isBelow(home, wanted) ? wanted : home;
    }

    /** Returns the part of an address that says where to go on. */
    public static String query(String path) {
        return "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isBelow(String home, String wanted) {
        if (wanted.length() > MAX_LENGTH || !HARMLESS.matcher(wanted).matches() || !wanted.startsWith(home)) {
            return false;
        }
        try {
            var uri = new URI(wanted);
            return uri.getHost() == null
                    && uri.getScheme() == null
                    && !uri.getPath().contains("//")
                    && !uri.getPath().contains("..")
                    && uri.getPath().chars().noneMatch(c -> c < ' ' || c == '\\');
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
