package de.kreiskonzept.platform.concept.structure;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.structure.Level;
import de.kreiskonzept.model.structure.Numbering;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Rule;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of a profile as people send them, by field: singular, plural, numbering and texts, each with -LEVEL-PART.
 *
 * @param rules texts of the rules that are on
 */
public record ProfileForm(Map<String, String> fields, List<String> rules) {
    private static final List<String> OF_A_NAME = List.of("singular", "plural", "numbering", "texts");

    static ProfileForm of(Profile profile) {
        var fields = new LinkedHashMap<String, String>();
        for (int level = 0; level < profile.levels().size(); level++) {
            for (PartName name : profile.levels().get(level).names()) {
                String end = end(level, name);
                fields.put("singular" + end, name.singular());
                fields.put("plural" + end, name.plural());
                fields.put("numbering" + end, name.numbering().text());
                fields.put("texts" + end, String.join("\n", name.texts()));
            }
        }
        return new ProfileForm(fields, profile.rules().stream().map(Rule::text).toList());
    }

    /** What was sent for exactly the fields of this profile; what was not asked for is as it was. */
    static ProfileForm sent(Profile profile, Map<String, Object> sent) {
        Map<String, String> fields = of(profile).fields();
        fields.replaceAll((field, stored) -> sent.containsKey(field) ? FieldChecks.field(sent, field) : stored);
        return new ProfileForm(fields, FieldChecks.list(sent, "rule"));
    }

    /** What stands in a field; empty where there is none. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** End of the names of the fields of a name. */
    public static String end(int level, PartName name) {
        return "-" + level + "-" + name.part().text();
    }

    /** What is wrong, as German sentences by field. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        for (var field : fields.entrySet()) {
            String kind = field.getKey().substring(0, field.getKey().indexOf('-'));
            errors = check(errors, kind, field.getKey(), field.getValue(), texts);
        }
        return errors;
    }

    /** Adds what is wrong with one field of a name. */
    static FormErrors check(FormErrors errors, String kind, String field, String value, Texts texts) {
        boolean right = switch (kind) {
            case "numbering" -> Numbering.find(value).isPresent();
            case "texts" ->
                lines(value).size() <= PartName.MOST_TEXTS
                        && lines(value).stream().allMatch(ProfileForm::isName);
            default -> isName(value);
        };
        if (right) {
            return errors;
        }
        return errors.with(
                field,
                switch (kind) {
                    case "numbering" -> texts.text("concept.fault.choice");
                    case "texts" -> texts.text("structure.fault.texts", PartName.MOST_TEXTS, PartName.LONGEST);
                    default -> texts.text("structure.fault.name", PartName.LONGEST);
                });
    }

    private static boolean isName(String value) {
        return !value.isBlank() && value.length() <= PartName.LONGEST && value.indexOf('\0') < 0;
    }

    private static List<String> lines(String value) {
        return value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The profile with what was sent; only to be asked where there are no errors. */
    Profile profile(Profile before) {
        List<Level> levels = IntStream.range(0, before.levels().size())
                .mapToObj(level -> new Level(before.levels().get(level).names().stream()
                        .map(name -> name(level, name))
                        .toList()))
                .toList();
        Set<Rule> on = rules.stream().flatMap(rule -> Rule.find(rule).stream()).collect(Collectors.toSet());
        return before.with(levels, on);
    }

    private PartName name(int level, PartName before) {
        List<String> values = OF_A_NAME.stream()
                .map(field -> value(field + end(level, before)))
                .toList();
        return new PartName(
                before.part(), values.get(0), values.get(1), Numbering.of(values.get(2)), lines(values.get(3)));
    }
}
