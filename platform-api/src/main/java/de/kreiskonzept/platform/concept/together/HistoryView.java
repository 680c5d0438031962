package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.history.HistoryLine;
import de.kreiskonzept.platform.concept.node.FieldWords;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page with the history of a part of the concept. */
@Singleton
public final class HistoryView {
    private static final int ROWS = 50;

    private final FieldHistory history;
    private final FieldWords words;
    private final PageFrames frames;

    HistoryView(FieldHistory history, FieldWords words, PageFrames frames) {
        this.history = history;
        this.words = words;
        this.frames = frames;
    }

    /**
     * What a page is about.
     *
     * @param name of the part
     * @param back address of its place
     * @param form by a field the address of the form that an earlier text of it can be fetched into; empty where there is none for this
     *     person
     * @param trail sections above it, the top one first
     */
    public record Shown(
            Subject subject, String name, String back, Function<String, String> form, List<Section> trail) {}

    /** The latest lines of a history, for a page that shows more than that. */
    public List<HistoryLine> latest(Subject subject) {
        return words.lines(subject.kind(), history.list(subject, 0, ROWS));
    }

    /**
     * The page.
     *
     * @param page number of the part of the list from 1; null for the first
     */
    public ModelAndView<Map<String, Object>> of(
            HttpRequest<?> request, String county, Shown shown, @Nullable Integer page) {
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        PageFrame frame = frames.of(request, "history.title");
        var lines = history.list(shown.subject(), (number - 1L) * ROWS, ROWS).stream()
                .filter(change -> words.knows(change.field()))
                .map(change -> line(shown, change))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("page", frame.withBreadcrumb(ConceptLinks.crumbs(frame, county, shown.trail())));
        model.put("name", shown.name());
        model.put("back", shown.back());
        model.put("lines", lines);
        model.put("paging", new Paging(number, ROWS, history.count(shown.subject()), request.getPath()));
        return new ModelAndView<>("history/history", model);
    }

    private HistoryLine line(Shown shown, FieldChange change) {
        String form = change.what() == What.CHANGED ? shown.form().apply(change.field()) : "";
        return words.line(shown.subject().kind(), change, form.isEmpty() ? "" : form + "?aus=" + change.id());
    }
}
