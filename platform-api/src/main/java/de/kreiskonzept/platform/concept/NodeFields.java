package de.kreiskonzept.platform.concept;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people write in a node, as texts by the names of its record's components; a new component takes part by itself. Keys,
 * places and times are no fields.
 */
public final class NodeFields {
    private static final Set<String> NO_FIELDS = Set.of(
            "id",
            "versionId",
            "sectionId",
            "goalId",
            "parentId",
            "position",
            "deletedAt",
            "createdAt",
            "modifiedAt",
            "version");

    private NodeFields() {}

    /** The fields of a section, goal, measure or text block in the order of its record. */
    public static Map<String, String> of(Record node) {
        var fields = new LinkedHashMap<String, String>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (!NO_FIELDS.contains(component.getName())) {
                fields.put(component.getName(), text(value(component, node)));
            }
        }
        return fields;
    }

    /** What the history of this node is about; empty for records that have none. */
    static Optional<Subject> subject(Object node) {
        return Optional.ofNullable(
                switch (node) {
                    case Section section -> new Subject(NodeKind.SECTION.text(), section.id());
                    case Goal goal -> new Subject(NodeKind.GOAL.text(), goal.id());
                    case Measure measure -> new Subject(NodeKind.MEASURE.text(), measure.id());
                    case TextBlock text -> new Subject(NodeKind.TEXT.text(), text.id());
                    default -> null;
                });
    }

    /** Row version of a node. */
    static long version(Object node) {
        return switch (node) {
            case Section section -> section.version();
            case Goal goal -> goal.version();
            case Measure measure -> measure.version();
            case TextBlock text -> text.version();
            default -> 0;
        };
    }

    /** A value as it stands in a form and in the history: codes in lower case, several values in lines. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> code -> code.name().toLowerCase(Locale.ROOT);
            case Collection<?> many -> many.stream().map(NodeFields::text).collect(Collectors.joining("\n"));
            case UUID id -> id.toString();
            default -> value.toString();
        };
    }

    private static @Nullable Object value(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not readable: " + component, e);
        }
    }
}
