package de.kreiskonzept.deploy;

import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.directory.OrganisationForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the file example/counties.yml names.
 *
 * @param counties example counties in the order of the file
 * @param provider accounts of the provider's console
 */
record ExampleFile(List<ExampleCounty> counties, List<ExampleAccount> provider) {
    /**
     * A county with example data.
     *
     * @param ags official key
     * @param concept its concept; empty for a county that begins without one
     * @param profile how it calls the levels of its concept
     * @param figures table of its figures as CSV; empty for none
     * @param revision how its concept goes on; empty for a county that still writes the first version
     * @param accounts its people, one of them admin
     * @param organisations those that its concept names, maybe none
     * @param rounds whether it has reporting rounds and a conference, see {@link ExampleRounds}
     * @param committees name of its committees, see {@link ExampleCommittees}
     */
    record ExampleCounty(
            String ags,
            String slug,
            Optional<ConceptOutline> concept,
            Optional<Profile> profile,
            Optional<String> figures,
            Optional<ExampleRevision> revision,
            List<ExampleAccount> accounts,
            List<OrganisationForm> organisations,
            boolean rounds,
            Optional<String> committees) {
        ExampleAccount admin() {
            return accounts.stream()
                    .filter(account -> account.role().equals("admin"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A person with an invented name and address. */
    record ExampleAccount(String role, String name, String email) {}

    /**
     * A draft that follows the adopted concept and looks back on some of its goals.
     *
     * @param decidedOn day of the adoption as in ISO 8601
     */
    record ExampleRevision(String label, String decidedOn, String decidedBy, List<LookBack> retrospect) {}

    /** What the draft says of the goal with this number in the section with this one. */
    record LookBack(String section, String goal, Attainment attainment, String explanation) {}

    private static ExampleRevision revision(Map<?, ?> entry) {
        return new ExampleRevision(
                string(entry, "label"),
                string(entry, "decidedOn"),
                string(entry, "decidedBy"),
                list(entry, "retrospect").stream()
                        .map(one -> new LookBack(
                                string(one, "section"),
                                string(one, "goal"),
                                Attainment.find(string(one, "attainment")).orElseThrow(),
                                string(one, "explanation")))
                        .toList());
    }

    static ExampleFile read() {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("counties.yml"));
        return new ExampleFile(
                list(root, "counties").stream().map(ExampleFile::county).toList(),
                accounts((Map<?, ?>) present(root, "provider")));
    }

    private static ExampleCounty county(Map<?, ?> entry) {
        Optional<ConceptOutline> concept =
                Optional.ofNullable(entry.get("concept")).map(file -> OutlineYaml.read(text(file.toString())));
        Optional<Profile> profile =
                Optional.ofNullable(entry.get("profile")).map(name -> Templates.get(name.toString()));
        Optional<String> figures = Optional.ofNullable(entry.get("figures")).map(file -> text(file.toString()));
        return new ExampleCounty(
                string(entry, "ags"),
                string(entry, "slug"),
                concept,
                profile,
                figures,
                Optional.ofNullable(entry.get("revision")).map(revision -> revision((Map<?, ?>) revision)),
                accounts(entry),
                organisations(entry),
                Boolean.TRUE.equals(entry.get("rounds")),
                Optional.ofNullable(entry.get("committees")).map(Object::toString));
    }

    private static List<OrganisationForm> organisations(Map<?, ?> entry) {
        if (entry.get("organisations") == null) {
            return List.of();
        }
        return list(entry, "organisations").stream()
                .map(one -> new OrganisationForm(
                        string(one, "kind"),
                        string(one, "name"),
                        optional(one, "short"),
                        optional(one, "ags"),
                        optional(one, "spellings")))
                .toList();
    }

    private static String optional(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<ExampleAccount> accounts(Map<?, ?> entry) {
        return list(entry, "accounts").stream()
                .map(account ->
                        new ExampleAccount(string(account, "role"), string(account, "name"), string(account, "email")))
                .toList();
    }

    private static List<Map<?, ?>> list(Map<?, ?> entry, String key) {
        return ((List<?>) present(entry, key))
                .stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    private static String string(Map<?, ?> entry, String key) {
        return present(entry, key).toString();
    }

    private static Object present(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value == null) {
            throw new IllegalStateException("counties.yml: " + key + " is missing in " + entry);
        }
        return value;
    }

    private static String text(String name) {
        try (var file = ExampleFile.class.getResourceAsStream("/example/" + name)) {
            if (file == null) {
                throw new IllegalStateException("/example/" + name + " is missing on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
