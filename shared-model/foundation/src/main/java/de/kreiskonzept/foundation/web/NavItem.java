package de.kreiskonzept.foundation.web;

/**
 * One link of the main navigation or the footer.
 *
 * @param label what the reader sees, never empty
 * @param href path on this server, never empty
 * @param current whether the page shown belongs to this item
 */
public record NavItem(String label, String href, boolean current) {

    /** Returns an item that is not the current one. */
    public static NavItem of(String label, String href) {
        return new NavItem(label, href, false);
    }
}
