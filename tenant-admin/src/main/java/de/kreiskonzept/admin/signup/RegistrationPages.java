package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;

/** The public pages on which a county asks for a workspace and confirms its address. */
@Hidden
@Controller("/registrieren")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_ANONYMOUS)
class RegistrationPages {
    private static final int LONGEST_SEARCH = 100;

    private final Registration registration;
    private final CountyCatalogue catalogue;
    private final Frames frames;
    private final Texts texts;
    private final GuessLimit guesses;
    private final HttpClientAddressResolver addresses;

    RegistrationPages(
            Registration registration,
            CountyCatalogue catalogue,
            Frames frames,
            Texts texts,
            GuessLimit guesses,
            HttpClientAddressResolver addresses) {
        this.registration = registration;
        this.catalogue = catalogue;
        this.frames = frames;
        this.texts = texts;
        this.guesses = guesses;
        this.addresses = addresses;
    }

    @Get
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, @QueryValue(defaultValue = "") String ags) {
        var chosen = switch (CountyChoice.of(ags, catalogue)) {
            case CountyChoice.One one -> CountyChoice.entry(one.county());
            case CountyChoice.None _ -> "";
        };
        return view(request, RegistrationForm.EMPTY.withCounty(chosen), FormErrors.none());
    }

    @Post
    HttpResponse<?> request(HttpRequest<?> request, @Body RegistrationForm form) {
        var errors = form.check(catalogue, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(request, form, errors));
        }
        var wanted = form.request(catalogue);
        guesses.attempt("registration " + wanted.county().ags(), addresses.resolve(request));
        try {
            registration.request(wanted);
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            var taken = FormErrors.none().with("ags", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, form, taken));
        }
        return HttpResponse.seeOther(URI.create("/registrieren/gesendet"));
    }

    /** The official list, for whoever would rather look up than type. */
    @Get("/kreise")
    ModelAndView<Map<String, Object>> counties(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String suche,
            @QueryValue(defaultValue = "1") int page) {
        if (suche.length() > LONGEST_SEARCH) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "signup.counties.search.shape", LONGEST_SEARCH);
        }
        var found = catalogue.search(suche);
        var number = Math.clamp(page, 1, 100);
        var path = UriBuilder.of("/registrieren/kreise")
                .queryParam("suche", suche)
                .build()
                .toString();
        var frame = frames.of(request, "signup.counties.title");
        return new ModelAndView<>(
                "signup/counties",
                Map.of(
                        "page",
                        frame.withBreadcrumb(
                                new Crumb(frame.t("signup.form.title"), "/registrieren"), Crumb.here(frame.title())),
                        "counties",
                        found.stream()
                                .skip((number - 1L) * ListPart.MOST)
                                .limit(ListPart.MOST)
                                .toList(),
                        "paging",
                        new Paging(number, ListPart.MOST, found.size(), path),
                        "search",
                        suche,
                        "source",
                        source()));
    }

    @Get("/gesendet")
    ModelAndView<Map<String, Object>> sent(HttpRequest<?> request) {
        return new ModelAndView<>(
                "signup/message",
                Map.of(
                        "page",
                        frames.of(request, "signup.sent.title"),
                        "text",
                        texts.text("signup.sent.text", Registration.LINK.toDays())));
    }

    /** Opening the link changes nothing yet, because mail scanners open links too. */
    @Get("/bestaetigen/{token}")
    ModelAndView<Map<String, Object>> confirmation(HttpRequest<?> request, String token) {
        var signup = registration.find(token).orElseThrow(Registration::worthless);
        var county = catalogue
                .find(signup.ags())
                .map(County::displayName)
                .orElse(signup.ags().text());
        return new ModelAndView<>(
                "signup/confirm",
                Map.of("page", frames.of(request, "signup.confirm.title"), "token", token, "county", county));
    }

    @Post("/bestaetigen/{token}")
    HttpResponse<?> confirm(HttpRequest<?> request, String token) {
        guesses.attempt("confirmation " + token, addresses.resolve(request));
        registration.confirm(token);
        guesses.succeeded("confirmation " + token, addresses.resolve(request));
        return HttpResponse.seeOther(URI.create("/registrieren/bestaetigt"));
    }

    @Get("/bestaetigt")
    ModelAndView<Map<String, Object>> confirmed(HttpRequest<?> request) {
        return new ModelAndView<>(
                "signup/message",
                Map.of(
                        "page",
                        frames.of(request, "signup.confirmed.title"),
                        "text",
                        texts.text("signup.confirmed.text")));
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, RegistrationForm form, FormErrors errors) {
        return new ModelAndView<>(
                "signup/form",
                Map.of(
                        "page",
                        frames.of(request, "signup.form.title").withErrors(errors),
                        "form",
                        form,
                        "counties",
                        catalogue.list().stream()
                                .sorted(Comparator.comparing(County::name).thenComparing(County::displayName))
                                .toList(),
                        "source",
                        source()));
    }

    private String source() {
        return texts.text("signup.form.source", catalogue.source(), GermanTime.DAY.format(catalogue.status()));
    }
}
