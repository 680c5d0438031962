package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.mail.Redelivery;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which one sees what works or has failed, and mail that could not be sent. */
@Hidden
@Controller(JobPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class JobPages {
    static final String PATH = "/arbeiten";

    private final Jobs jobs;
    private final Redelivery redelivery;
    private final Frames frames;
    private final Moments moments;

    JobPages(Jobs jobs, Redelivery redelivery, Frames frames, Moments moments) {
        this.jobs = jobs;
        this.redelivery = redelivery;
        this.frames = frames;
        this.moments = moments;
    }

    /** Lets a browser look again while something goes on. */
    @Get
    MutableHttpResponse<?> show(HttpRequest<?> request, SignedIn who, @QueryValue @Nullable Integer faellig) {
        var list = jobs.list();
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", frames.of(request, "job.title"));
        model.put("jobs", list);
        model.put("mails", redelivery.look());
        model.put("moments", moments);
        model.put("operator", who.role().equals(Roles.OPERATOR));
        model.put("due", faellig);
        var response = HttpResponse.ok(new ModelAndView<>("job/jobs", model));
        return list.goesOn() ? response.header("Refresh", "5") : response;
    }

    @Post("/nachrichten")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> tryOwn(SignedIn who) {
        return back(redelivery.tryOwn(actor(who)));
    }

    @Post("/nachrichten/{id}")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> tryCounty(SignedIn who, UUID id) {
        return back(redelivery.tryCounty(id, actor(who)));
    }

    private static HttpResponse<?> back(int due) {
        return HttpResponse.seeOther(URI.create(PATH + "?faellig=" + due));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
