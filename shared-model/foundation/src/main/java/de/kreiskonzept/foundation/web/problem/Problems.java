package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.Assets;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Site;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes every answer of status 400 and above: below {@code /api/} as a problem document, elsewhere as a German page. */
@Singleton
@Primary
public final class Problems implements ErrorResponseProcessor<Object> {
    private static final MediaType JSON = new MediaType("application/problem+json");
    private static final String VIEW = "frame/errorPage";

    private final Diagnosis diagnosis;
    private final Texts texts;
    private final Assets assets;
    private final BeanProvider<PageFrames> frames;
    private final DirectPages pages;

    Problems(Diagnosis diagnosis, Texts texts, Assets assets, BeanProvider<PageFrames> frames, DirectPages pages) {
        this.diagnosis = diagnosis;
        this.texts = texts;
        this.assets = assets;
        this.frames = frames;
        this.pages = pages;
    }

    /** Says whether the request comes from a program: its path is below {@code /api/}. */
    public static boolean isForPrograms(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var found = diagnosis.of(
                context.getRequest(),
                context.getRootCause().orElse(null),
                Diagnosis.status(context.getRequest(), response.status()));
        var answer = answer(context.getRequest(), found);
        response.getHeaders().forEachValue((name, value) -> {
            if (!name.startsWith("Content-")) {
                answer.getHeaders().add(name, value);
            }
        });
        return answer;
    }

    /** Returns the answer that tells of a refusal. */
    public MutableHttpResponse<Object> answer(HttpRequest<?> request, Refusal refusal) {
        var answer = answer(request, diagnosis.of(refusal));
        refusal.retryAfter()
                .map(Duration::toSeconds)
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait))));
        return answer;
    }

    /** Returns the answer that tells of something nobody expected. */
    MutableHttpResponse<Object> answer(HttpRequest<?> request, HttpStatus status, String number) {
        return answer(request, diagnosis.of(status, number));
    }

    private MutableHttpResponse<Object> answer(HttpRequest<?> request, Problem problem) {
        MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(problem.status()));
        if (isForPrograms(request)) {
            response.body(problem);
            return response.contentType(JSON);
        }
        response.body(page(request, problem));
        return response.contentType(MediaType.TEXT_HTML_TYPE);
    }

    private String page(HttpRequest<?> request, Problem problem) {
        try {
            return render(frame(request, problem), problem);
        } catch (RuntimeException e) {
            return "<!DOCTYPE html><html lang=\"de\"><title>" + problem.status() + "</title><h1>" + problem.status()
                    + "</h1></html>";
        }
    }

    private PageFrame frame(HttpRequest<?> request, Problem problem) {
        try {
            return frames.get().of(request, "problem.page", problem.title());
        } catch (RuntimeException e) {
            return Site.plain(texts.text("frame.product"), "/", texts, assets).page(problem.title());
        }
    }

    private String render(PageFrame frame, Problem problem) {
        return pages.render(
                VIEW,
                Map.of(
                        "page",
                        frame,
                        "status",
                        problem.status(),
                        "text",
                        sentence(problem.detail()),
                        "number",
                        problem.number() == null ? "" : problem.number()));
    }

    private String sentence(@Nullable String detail) {
        return detail == null ? texts.text("problem.ours") : detail;
    }
}
