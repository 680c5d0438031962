package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.web.PageFrame;

/**
 * Why a work has failed, for pages.
 *
 * @param stored a German sentence, SQLSTATE with or without names of the catalogue, or one word: the name of a class; empty for none
 */
public record Fault(String stored) {
    /** What people read: the name of a class says nothing to them and stands in the log. */
    public String shown(PageFrame page) {
        return stored.isEmpty() || stored.contains(" ") ? stored : page.t("web.fault");
    }
}
