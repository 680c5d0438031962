package de.kreiskonzept.foundation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer of a select list, a group of radio buttons or a group of check boxes.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param hint explanation below the label; empty for none (select lists show none)
 * @param group heading of the part of a select list it belongs to; empty for none
 */
public record Choice(String value, String label, String hint, String group) {

    /** Returns an answer without hint and group. */
    public static Choice of(String value, String label) {
        return new Choice(value, label, "", "");
    }

    /** Returns this answer with an explanation below its label. */
    public Choice withHint(String text) {
        return new Choice(value, label, text, group);
    }

    /** Returns this answer as part of the group with the given heading. */
    public Choice inGroup(String heading) {
        return new Choice(value, label, hint, heading);
    }

    /** Returns the answers by the heading of their group, groups and answers in the order of the list. */
    public static Map<String, List<Choice>> byGroup(List<Choice> choices) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        choices.forEach(choice -> groups.computeIfAbsent(choice.group(), heading -> new ArrayList<>())
                .add(choice));
        return groups;
    }
}
