package de.kreiskonzept.model.check;

import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies that a concept names as responsible, in its own words. */
public final class Bodies {
    private Bodies() {}

    /**
     * The different bodies in these texts, in the order and spelling of their first mention.
     *
     * @param responsible texts that name bodies, as {@link BodyList} reads them
     */
    public static List<String> of(Collection<String> responsible) {
        Map<String, String> bodies = new LinkedHashMap<>();
        responsible.stream()
                .flatMap(text -> BodyList.of(text).bodies().stream())
                .map(Body::name)
                .forEach(name -> bodies.putIfAbsent(SameWords.of(name), name));
        return List.copyOf(bodies.values());
    }
}
