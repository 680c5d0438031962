package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where anybody reports a barrier: no account, no cookie, a few times an hour. */
@Hidden
@Controller("/{county}/oeffentlich/barriere")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class BarrierPages {
    private final Barriers barriers;
    private final PublicFrames frames;
    private final CurrentWorkspace current;
    private final GuessLimit limit;
    private final HttpClientAddressResolver addresses;
    private final Texts texts;

    BarrierPages(
            Barriers barriers,
            PublicFrames frames,
            CurrentWorkspace current,
            GuessLimit limit,
            HttpClientAddressResolver addresses,
            Texts texts) {
        this.barriers = barriers;
        this.frames = frames;
        this.current = current;
        this.limit = limit;
        this.addresses = addresses;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(String county, @Nullable @QueryValue String gesendet) {
        return view(
                BarrierForm.NONE,
                FormErrors.none(),
                gesendet == null ? null : Notice.success(texts.text("publication.barrier.sent")));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, String county, @Body Map<String, Object> fields) {
        BarrierForm form = BarrierForm.of(fields);
        FormErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(form, errors, null));
        }
        limit.attempt("barrier " + current.get().id(), addresses.resolve(request));
        barriers.report(form);
        return HttpResponse.seeOther(URI.create(PublicFrames.home(current.get()) + "/barriere?gesendet=ja"));
    }

    private ModelAndView<Map<String, Object>> view(BarrierForm form, FormErrors errors, @Nullable Notice notice) {
        var page = frames.of("publication.barrier.title");
        String home = PublicFrames.home(current.get());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(new Crumb(page.t("publication.nav.start"), home), Crumb.here(page.title()))
                        .withErrors(errors)
                        .withNotice(notice));
        model.put("home", home);
        model.put("form", form);
        return new ModelAndView<>("publication/barrier", model);
    }
}
