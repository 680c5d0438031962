package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.web.Texts;

/**
 * Why a work has failed, for people.
 *
 * @param stored a German sentence, SQLSTATE with or without names of the catalogue, or one word: the name of a class; empty for none
 */
public record Fault(String stored) {
    /** What people read: the name of a class says nothing to them and stands in the log. */
    public String shown(Texts texts) {
        return stored.isEmpty() || stored.contains(" ") ? stored : texts.text("web.fault");
    }
}
