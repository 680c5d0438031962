package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.util.List;

/** Reads what a question asks for. */
final class FieldYaml {
    private FieldYaml() {}

    static Field field(YamlPart part) {
        part.allow("key", "kind", "label", "hint", "needed", "several", "unit", "options");
        YamlPart kind = part.get("kind");
        String key = ChecklistYaml.key(part);
        String label = part.text("label");
        String hint = part.textOrNone("hint");
        boolean needed = part.isTrue("needed");
        boolean several = part.isTrue("several");
        return switch (kind.text()) {
            case "single" -> new Field.Choice(key, label, hint, needed, false, options(part));
            case "several" -> new Field.Choice(key, label, hint, needed, true, options(part));
            case "text" -> new Field.Words(key, label, hint, needed);
            case "date" -> new Field.Day(key, label, hint, needed);
            case "number" -> new Field.Amount(key, label, hint, needed, part.text("unit"));
            case "person" -> new Field.Persons(key, label, hint, needed, several);
            case "organisation" -> new Field.Organisations(key, label, hint, needed, several);
            default -> throw kind.fault(YamlFault.UNKNOWN_VALUE, kind.text());
        };
    }

    private static List<Field.Option> options(YamlPart part) {
        List<YamlPart> options = part.get("options").parts();
        if (options.size() < 2) {
            throw part.get("options").fault(YamlFault.MISSING, "options");
        }
        YamlPart.once(options, "key");
        return options.stream().map(FieldYaml::option).toList();
    }

    private static Field.Option option(YamlPart part) {
        part.allow("key", "label", "hint", "advantages", "disadvantages");
        return new Field.Option(
                ChecklistYaml.key(part),
                part.text("label"),
                part.textOrNone("hint"),
                part.texts("advantages"),
                part.texts("disadvantages"));
    }
}
