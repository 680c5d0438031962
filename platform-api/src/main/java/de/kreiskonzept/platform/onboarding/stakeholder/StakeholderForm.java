package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.onboarding.Stakeholder;
import de.kreiskonzept.model.onboarding.Stakeholder.Attitude;
import de.kreiskonzept.model.onboarding.Stakeholder.Kind;
import de.kreiskonzept.model.onboarding.Stakeholder.Place;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;

/**
 * What people enter for a stakeholder, still as text.
 *
 * @param interest 1 to 3, likewise the influence
 */
public record StakeholderForm(
        String name, String kind, String place, String interest, String influence, String attitude, String cause) {
    static final StakeholderForm EMPTY = new StakeholderForm("", "organisation", "outside", "2", "2", "unknown", "");

    static StakeholderForm of(Stakeholder stakeholder) {
        return new StakeholderForm(
                stakeholder.name(),
                stakeholder.kind().text(),
                stakeholder.place().text(),
                String.valueOf(stakeholder.interest()),
                String.valueOf(stakeholder.influence()),
                stakeholder.attitude().text(),
                stakeholder.cause());
    }

    static StakeholderForm of(Map<String, ?> fields) {
        return new StakeholderForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "kind"),
                FieldChecks.field(fields, "place"),
                FieldChecks.field(fields, "interest"),
                FieldChecks.field(fields, "influence"),
                FieldChecks.field(fields, "attitude"),
                FieldChecks.field(fields, "cause"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors check(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank() || name.length() > TextLimits.NAME || name.indexOf('\0') >= 0) {
            errors = errors.with("name", texts.text("stakeholder.fault.name", TextLimits.NAME));
        }
        errors = choice(errors, "kind", Kind.find(kind).isPresent(), texts);
        errors = choice(errors, "place", Place.find(place).isPresent(), texts);
        errors = choice(errors, "interest", interest.matches("[1-3]"), texts);
        errors = choice(errors, "influence", influence.matches("[1-3]"), texts);
        errors = choice(errors, "attitude", Attitude.find(attitude).isPresent(), texts);
        return errors.withLimit("cause", cause, TextLimits.TEXT, texts);
    }

    private static FormErrors choice(FormErrors errors, String field, boolean right, Texts texts) {
        return right ? errors : errors.with(field, texts.text("stakeholder.fault.choice"));
    }

    /** The stakeholder, once it is checked. */
    Stakeholder stakeholder() {
        return new Stakeholder(
                name,
                Kind.find(kind).orElseThrow(),
                Place.find(place).orElseThrow(),
                Integer.parseInt(interest),
                Integer.parseInt(influence),
                Attitude.find(attitude).orElseThrow(),
                cause);
    }
}
