package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.node.FieldWords;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** How every operation answers that gives a history. */
@Singleton
public final class HistoryAnswers {
    private final FieldHistory history;
    private final FieldWords words;

    HistoryAnswers(FieldHistory history, FieldWords words) {
        this.history = history;
        this.words = words;
    }

    /** The part of the history that the request asks for, the latest first. */
    public HttpResponse<List<ChangeView>> list(HttpRequest<?> request, Subject subject) {
        ListPart part = ListPart.of(request);
        var shown = history.list(subject, part.offset(), part.size()).stream()
                .map(this::view)
                .toList();
        return HttpResponse.ok(shown).header(HttpHeaders.LINK, part.links(request, history.count(subject)));
    }

    private ChangeView view(FieldChange change) {
        return new ChangeView(
                change.id().toString(),
                change.what().text(),
                change.field(),
                change.before(),
                change.after(),
                change.changedAt(),
                words.who(change),
                change.version());
    }
}
