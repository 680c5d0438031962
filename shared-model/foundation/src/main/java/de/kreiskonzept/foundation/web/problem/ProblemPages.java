package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/** The addresses that problem documents name as their type: what each problem means and what to do about it. */
@Hidden
@Controller("/problems")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(beans = PageFrames.class)
public class ProblemPages {
    private static final String WORDS = "problem.type.";

    private final PageFrames frames;
    private final Texts texts;

    ProblemPages(PageFrames frames, Texts texts) {
        this.frames = frames;
        this.texts = texts;
    }

    /**
     * What a problem type means.
     *
     * @param slug last part of its address
     * @param words German sentences that say what to do
     */
    public record ProblemType(String slug, String words) {}

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request) {
        var types = texts.keys(WORDS).stream()
                .map(key -> type(key.substring(WORDS.length())))
                .toList();
        return view(request, types);
    }

    @Get("/{slug}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String slug) {
        if (!texts.has(WORDS + slug)) {
            throw Refusal.notFound();
        }
        return view(request, List.of(type(slug)));
    }

    private ProblemType type(String slug) {
        return new ProblemType(slug, texts.text(WORDS + slug));
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, List<ProblemType> types) {
        return new ModelAndView<>(
                "frame/problems", Map.of("page", frames.of(request, "problem.types"), "types", types));
    }
}
