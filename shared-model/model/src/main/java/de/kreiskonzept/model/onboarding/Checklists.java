package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.yaml.YamlPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The checklists that are shipped; each is a file named in checklists.yml, and a county may take a copy of the text for its own. */
public final class Checklists {
    private static final List<String> FILES =
            YamlPart.read(text("checklists.yml")).texts("files");
    private static final List<Checklist> SHIPPED =
            FILES.stream().map(Checklists::text).map(ChecklistYaml::read).toList();

    private Checklists() {}

    /** All checklists, the first one is the usual one. */
    public static List<Checklist> shipped() {
        return SHIPPED;
    }

    /** The checklist with this key. */
    public static Optional<Checklist> find(String key) {
        return SHIPPED.stream().filter(checklist -> checklist.key().equals(key)).findFirst();
    }

    /** The YAML text of a shipped checklist, to begin an own one with. */
    public static Optional<String> text(Checklist checklist) {
        int place = SHIPPED.indexOf(checklist);
        return place < 0 ? Optional.empty() : Optional.of(text(FILES.get(place)));
    }

    /**
     * The checklist in a file that is shipped.
     *
     * @throws IllegalArgumentException where checklists.yml does not name it
     */
    public static Checklist in(String file) {
        int place = FILES.indexOf(file);
        if (place < 0) {
            throw new IllegalArgumentException("checklists.yml does not name " + file);
        }
        return SHIPPED.get(place);
    }

    private static String text(String file) {
        try (InputStream in = Checklists.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
