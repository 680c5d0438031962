package de.kreiskonzept.foundation.web.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ViewsRendererLocator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders pages where no route answers, but a filter or a fault. */
@Singleton
public final class DirectPages {
    private final ViewsRendererLocator views;

    DirectPages(ViewsRendererLocator views) {
        this.views = views;
    }

    /** Puts a page into an answer. */
    public HttpResponse<?> fill(MutableHttpResponse<Object> answer, String view, Map<String, Object> model) {
        return answer.body(render(view, model)).contentType(MediaType.TEXT_HTML_TYPE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    String render(String view, Map<String, Object> model) {
        var written = new StringWriter();
        try {
            views.resolveViewsRenderer(view, MediaType.TEXT_HTML, model)
                    .orElseThrow()
                    .render(view, (Map) model, null)
                    .writeTo(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }
}
