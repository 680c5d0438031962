package de.kreiskonzept.platform.concept.structure;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.structure.Numbering;
import de.kreiskonzept.model.structure.Part;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.List;
import java.util.Map;

/**
 * One more name for a profile as people send it.
 *
 * @param place beside-LEVEL or below-LEVEL
 */
public record AddedName(String place, String part, String singular, String plural) {
    private static final String PLACE = "(beside|below)-[0-4]";

    static AddedName empty() {
        return new AddedName("", "", "", "");
    }

    static AddedName of(Map<String, Object> sent) {
        return new AddedName(
                FieldChecks.field(sent, "place"),
                FieldChecks.field(sent, "part"),
                FieldChecks.field(sent, "singular"),
                FieldChecks.field(sent, "plural"));
    }

    /** What is wrong, as German sentences by field. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (!place.matches(PLACE)) {
            errors = errors.with("place", texts.text("concept.fault.choice"));
        }
        if (Part.find(part).isEmpty()) {
            errors = errors.with("part", texts.text("concept.fault.choice"));
        }
        errors = ProfileForm.check(errors, "singular", "singular", singular, texts);
        return ProfileForm.check(errors, "plural", "plural", plural, texts);
    }

    /**
     * The profile with this name; only to be asked where there are no errors.
     *
     * @throws IllegalArgumentException if it does not fit there
     */
    Profile into(Profile profile) {
        int level = place.charAt(place.length() - 1) - '0';
        if (level >= profile.levels().size()) {
            throw new IllegalArgumentException("no such level");
        }
        var name = new PartName(Part.of(part), singular, plural, Numbering.FREE, List.of());
        return place.startsWith("beside") ? profile.withName(level, name) : profile.withLevel(level + 1, name);
    }
}
