package de.kreiskonzept.platform.concept.history;

import java.util.List;

/**
 * One line of a history as people read it.
 *
 * @param label of the field; empty unless the line is about one
 * @param time of the change
 * @param who did it
 * @param wording old against new text; codes as words
 * @param takeHref opens the form with the old text in it; empty where that is not possible
 */
public record HistoryLine(
        FieldChange change, String label, String time, String who, List<Wording.Piece> wording, String takeHref) {}
