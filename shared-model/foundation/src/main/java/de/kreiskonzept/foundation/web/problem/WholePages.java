package de.kreiskonzept.foundation.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ViewsConfiguration;
import io.micronaut.views.exceptions.ViewRenderingException;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.micronaut.views.jte.JteViewsRendererConfiguration;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Renders a page to its end before the first byte is sent. A page that is streamed cannot become an error any more: its status is
 * gone already, and the answer stays open.
 */
@Singleton
@Produces(MediaType.TEXT_HTML)
@Replaces(HtmlJteViewsRenderer.class)
final class WholePages<T> extends HtmlJteViewsRenderer<T> {
    private static final int USUAL_SIZE = 32 * 1024;

    WholePages(ViewsConfiguration views, JteViewsRendererConfiguration templates) {
        super(views, templates);
    }

    @Override
    public Writable render(String view, @Nullable T model, @Nullable HttpRequest<?> request) {
        var page = new ByteArrayOutputStream(USUAL_SIZE);
        try {
            super.render(view, model, request).writeTo(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ViewRenderingException("view " + view, e);
        }
        return new Rendered(page);
    }

    /** A page as it is sent. */
    private record Rendered(ByteArrayOutputStream page) implements Writable {
        @Override
        public void writeTo(Writer out) throws IOException {
            out.write(page.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void writeTo(OutputStream out, @Nullable Charset charset) throws IOException {
            page.writeTo(out);
        }
    }
}
