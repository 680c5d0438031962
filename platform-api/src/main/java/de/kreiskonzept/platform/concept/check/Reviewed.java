package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version and everything the checks found in it.
 *
 * @param lines all findings, hints too, by kind and then in the order of the tree
 * @param settled doubles of which a person said that they are none, in the same order
 */
public record Reviewed(ConceptTree tree, List<FindingLine> lines, List<FindingLine> settled) {
    /** The name of a kind with the names of the county. */
    public String name(CheckKind kind, Texts texts) {
        return texts.text("check.kind." + kind.text(), tree.profile().words());
    }

    /** The findings that the filter shows. */
    public List<FindingLine> shown(CheckFilter filter) {
        UUID section = filter.section();
        Set<UUID> below = section == null ? Set.of() : below(section);
        return (filter.settled() ? settled : lines)
                .stream()
                        .filter(line -> filter.settled() || filter.shows(line.kind()))
                        .filter(line -> section == null
                                || (line.spot().section() != null
                                        && below.contains(line.spot().section())))
                        .toList();
    }

    /** Number of findings of this kind. */
    public long count(CheckKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Number of findings that are hints, or that are none. */
    public long count(boolean hints) {
        return lines.stream().filter(line -> line.kind().isHint() == hints).count();
    }

    private Set<UUID> below(UUID section) {
        return tree.findSection(section).stream()
                .flatMap(Reviewed::all)
                .map(Section::id)
                .collect(Collectors.toSet());
    }

    private static Stream<Section> all(SectionNode node) {
        return Stream.concat(Stream.of(node.section()), node.sections().stream().flatMap(Reviewed::all));
    }
}
