package de.kreiskonzept.foundation.web;

import io.micronaut.http.HttpRequest;

/** Makes the frame around a page of this request; each application has its own: county or console. */
public interface PageFrames {
    /**
     * Returns the frame of a page.
     *
     * @param titleKey key of the page's first heading
     * @param args for the places of the heading
     */
    PageFrame of(HttpRequest<?> request, String titleKey, Object... args);
}
