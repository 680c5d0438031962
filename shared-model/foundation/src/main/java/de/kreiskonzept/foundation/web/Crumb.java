package de.kreiskonzept.foundation.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumb, from the start page down to the page shown.
 *
 * @param label what the reader sees, never empty
 * @param href path on this server; null for the page shown
 */
public record Crumb(String label, @Nullable String href) {

    /** Returns the last step: the page shown, without a link. */
    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
