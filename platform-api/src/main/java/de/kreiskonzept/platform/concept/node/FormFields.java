package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.platform.concept.NodeFields;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The fields of a form by their names; a new component of the record takes part by itself. */
final class FormFields {
    private FormFields() {}

    /** Each field as a text or a list of texts. */
    static Map<String, Object> of(NodeForm form) {
        var fields = new LinkedHashMap<String, Object>();
        for (RecordComponent component : NodeForm.class.getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(form);
                if (value instanceof MeasureForm more) {
                    fields.putAll(NodeFields.of(more));
                } else {
                    fields.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not readable: " + component, e);
            }
        }
        return fields;
    }

    /** Each field as one text; choices of several are in a fixed order, so that the same choice is the same text. */
    static Map<String, String> texts(NodeForm form) {
        var texts = new LinkedHashMap<String, String>();
        of(form).forEach((name, value) -> texts.put(
                name,
                value instanceof Collection<?> many
                        ? String.join(
                                "\n",
                                new TreeSet<>(
                                        many.stream().map(NodeFields::text).toList()))
                        : NodeFields.text(value)));
        return texts;
    }

    /** The form with one field set to a text, or to the lines of it where it takes several. */
    static NodeForm with(NodeForm form, String field, String text) {
        var fields = of(form);
        fields.computeIfPresent(
                field, (name, old) -> old instanceof List ? text.lines().toList() : text);
        return NodeForm.of(fields);
    }

    /** The form with some of its fields as they are in another one. */
    static NodeForm taking(NodeForm form, NodeForm other, Collection<String> names) {
        var fields = of(form);
        fields.replaceAll((name, value) -> names.contains(name) ? of(other).getOrDefault(name, value) : value);
        return NodeForm.of(fields);
    }
}
