package de.kreiskonzept.platform.directory;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people enter for an organisation, still as text.
 *
 * @param ags eight digits, for a municipality only, or empty
 * @param spellings one in a line, besides name and short name
 */
public record OrganisationForm(String kind, String name, String shortName, String ags, String spellings) {
    /** Most further spellings of one organisation. */
    public static final int MOST_SPELLINGS = 100;

    /** A new organisation with this name and what it probably is. */
    public static OrganisationForm named(String name) {
        return new OrganisationForm(OrganisationKind.guessed(name).text(), name, "", "", "");
    }

    /** The fields of a stored organisation; spellings of merged ones stay with those. */
    public static OrganisationForm of(Entry entry) {
        Organisation organisation = entry.organisation();
        return new OrganisationForm(
                organisation.kind().text(),
                organisation.name(),
                organisation.shortName(),
                organisation.ags(),
                String.join("\n", entry.further()));
    }

    /** What is wrong, in the order of the form. */
    public FormErrors check(Texts texts) {
        var errors = FormErrors.none();
        if (OrganisationKind.find(kind).isEmpty()) {
            errors = errors.with("kind", texts.text("directory.fault.kind"));
        }
        if (Spelling.words(name).isEmpty()) {
            errors = errors.with("name", texts.text("directory.fault.name"));
        } else if (!fits(name, Organisation.NAME)) {
            errors = errors.with("name", texts.text("directory.fault.long", Organisation.NAME));
        }
        if (!fits(shortName, Organisation.SHORT_NAME)) {
            errors = errors.with("shortName", texts.text("directory.fault.long", Organisation.SHORT_NAME));
        }
        boolean municipality = kind.equals(OrganisationKind.MUNICIPALITY.text());
        if (!ags.isEmpty() && (!municipality || !ags.matches("[0-9]{8}"))) {
            errors = errors.with("ags", texts.text("directory.fault.ags"));
        }
        List<String> further = spellings.lines().toList();
        if (further.size() > MOST_SPELLINGS
                || further.stream().anyMatch(line -> !fits(line.strip(), Organisation.NAME))) {
            errors = errors.with(
                    "spellings", texts.text("directory.fault.spellings", MOST_SPELLINGS, Organisation.NAME));
        }
        return errors;
    }

    // A semicolon sets names apart where concepts name several.
    private static boolean fits(String text, int most) {
        return text.length() <= most && text.indexOf(';') < 0 && text.indexOf('\0') < 0;
    }

    /** Name, short name and further spellings, without empty ones. */
    List<String> all() {
        return Stream.concat(Stream.of(name, shortName), spellings.lines())
                .map(String::strip)
                .filter(text -> !Spelling.words(text).isEmpty())
                .toList();
    }
}
