package de.kreiskonzept.platform.directory;

import de.kreiskonzept.model.directory.Organisation;
import java.util.List;

/**
 * An organisation with all that stands for it.
 *
 * @param spellings as people wrote them, those of merged organisations too, by alphabet
 * @param merged organisations that were merged into it, by name
 */
public record Entry(Organisation organisation, List<String> spellings, List<Organisation> merged) {
    /** Spellings besides name and short name. */
    public List<String> further() {
        return spellings.stream()
                .filter(text -> !text.equals(organisation.name()) && !text.equals(organisation.shortName()))
                .toList();
    }
}
