package de.kreiskonzept.foundation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the content of one page; the parameter {@code page} of every template.
 *
 * @param site what all pages of this request have in common
 * @param title first heading of the page and first part of the window title
 * @param breadcrumb steps from the start page to this page; empty on the start page
 * @param notice message above the content; null for none
 * @param errors of the form on this page; shown as a summary above the heading and beside each field
 */
public record PageFrame(
        Site site,
        String title,
        List<Crumb> breadcrumb,
        @Nullable Notice notice,
        FormErrors errors) {

    public PageFrame {
        breadcrumb = List.copyOf(breadcrumb);
    }

    /** Returns this page with the given steps from the start page to it. */
    public PageFrame withBreadcrumb(Crumb... steps) {
        return new PageFrame(site, title, List.of(steps), notice, errors);
    }

    /** Returns this page with a message above the content, or without one. */
    public PageFrame withNotice(@Nullable Notice message) {
        return new PageFrame(site, title, breadcrumb, message, errors);
    }

    /** Returns this page with the errors of its form. */
    public PageFrame withErrors(FormErrors found) {
        return new PageFrame(site, title, breadcrumb, notice, found);
    }

    /**
     * Returns the German text of a key such as {@code concept.tree.heading}.
     *
     * @throws IllegalArgumentException when there is no such text, or the number of arguments does not fit
     */
    public String t(String key, Object... args) {
        return site.texts().text(key, args);
    }

    /** Returns the German text of a key, or this word itself when there is none. */
    public String wordOr(String key, String word) {
        return site.texts().wordOr(key, word);
    }

    /**
     * Returns the URL of an asset with its version, for example {@code /assets/kreiskonzept.css?v=1a2b3c4d}.
     *
     * @throws IllegalArgumentException when there is no such asset
     */
    public String asset(String name) {
        return site.assets().url(name);
    }

    /** Returns the hidden value that every form sends back. */
    public String csrfToken() {
        return site.csrfToken();
    }

    /** Returns the window title: what went wrong, the page, the county and the product. */
    public String windowTitle() {
        var whole = site.name().equals(t("frame.product"))
                ? t("frame.windowTitleOutside", title)
                : t("frame.windowTitle", title, site.name());
        return errors.isEmpty() ? whole : t("frame.windowTitleWithErrors", whole);
    }
}
