package de.kreiskonzept.foundation.web;

import org.jspecify.annotations.Nullable;

/** How the pieces of a form field refer to each other; the templates use it. */
public final class Fields {

    private Fields() {}

    /**
     * Returns the value of {@code aria-describedby}: the ids of the error and the hint of a field.
     *
     * @param id of the field
     * @param hint text of the hint; empty for none
     * @param failed whether the field has an error
     * @return null when there is neither
     */
    public static @Nullable String describedBy(String id, String hint, boolean failed) {
        var error = failed ? id + "-fehler" : "";
        var explanation = hint.isEmpty() ? "" : id + "-hinweis";
        var ids = (error + " " + explanation).strip();
        return ids.isEmpty() ? null : ids;
    }
}
