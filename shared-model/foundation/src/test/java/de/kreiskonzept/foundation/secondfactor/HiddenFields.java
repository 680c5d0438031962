package de.kreiskonzept.foundation.secondfactor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the page that asks for a code carries of the form that was sent. */
public final class HiddenFields {
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">", Pattern.DOTALL);

    private HiddenFields() {}

    /** Reads them as a browser does, without those that guard forms. */
    public static Map<String, String> of(String page) {
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(page)
                .results()
                .filter(found -> !found.group(1).equals("csrfToken"))
                .forEach(found -> fields.put(found.group(1), text(found.group(2))));
        return fields;
    }

    private static String text(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
