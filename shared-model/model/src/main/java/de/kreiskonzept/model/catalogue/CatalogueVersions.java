package de.kreiskonzept.model.catalogue;

import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Checklists;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.model.yaml.YamlPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All versions of the catalogue that a program knows. A county works with one of them; of earlier ones it keeps what it uses.
 *
 * @param versions numbered from 1 without gaps, at least one
 */
public record CatalogueVersions(List<Catalogue> versions) {
    private static final String RESOURCE = "catalogue.yml";
    private static final CatalogueVersions SHIPPED = load();

    /** @throws IllegalArgumentException if there is none, or the numbers have gaps */
    public CatalogueVersions {
        versions = List.copyOf(versions);
        var numbers = versions.stream().map(Catalogue::version).toList();
        if (versions.isEmpty()
                || !numbers.equals(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList())) {
            throw new IllegalArgumentException("versions are numbered from 1 without gaps");
        }
    }

    /** The versions of this release. */
    public static CatalogueVersions shipped() {
        return SHIPPED;
    }

    /** The version with this number. */
    public Optional<Catalogue> find(int version) {
        return versions.stream().filter(one -> one.version() == version).findFirst();
    }

    /** The version with this number; where the program does not know it, as after going back to an earlier release, its latest one. */
    public Catalogue at(int version) {
        return versions.get(Math.clamp(version, 1, versions.size()) - 1);
    }

    /** The checklist of a version, and the questions of earlier ones that are answered. */
    public Checklist checklist(int version, Set<String> answered) {
        var checklist = at(version).checklist();
        for (var earlier : earlierThan(version)) {
            checklist = checklist.keeping(earlier.checklist(), answered);
        }
        return checklist;
    }

    /** The topics of a version, and those of earlier ones that names of the county mean. */
    public TopicCatalogue topics(int version, Set<String> meant) {
        var topics = at(version).topics();
        for (var earlier : earlierThan(version)) {
            topics = topics.keeping(earlier.topics(), meant);
        }
        return topics;
    }

    /** The earlier versions, the latest of them first. */
    private List<Catalogue> earlierThan(int version) {
        return versions.subList(0, at(version).version() - 1).reversed();
    }

    private static CatalogueVersions load() {
        try (InputStream in = CatalogueVersions.class.getResourceAsStream(RESOURCE)) {
            return read(new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogueVersions read(String yaml) {
        return new CatalogueVersions(YamlPart.read(yaml).allow("versions").get("versions").parts().stream()
                .map(part -> part.allow("version", "topics", "checklist", "processes"))
                .map(part -> new Catalogue(
                        part.number("version"),
                        TopicCatalogue.in(part.text("topics")),
                        Checklists.in(part.text("checklist")),
                        ProcessTemplates.in(part.text("processes"))))
                .toList());
    }
}
