package de.kreiskonzept.admin.doctor;

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
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/** The page on which all workspaces are examined and repaired. */
@Hidden
@Controller(DoctorPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class DoctorPages {
    static final String PATH = "/pruefung";

    private final ExaminationProgress progress;
    private final Frames frames;
    private final Moments moments;

    DoctorPages(ExaminationProgress progress, Frames frames, Moments moments) {
        this.progress = progress;
        this.frames = frames;
        this.moments = moments;
    }

    /** Lets a browser look again while an examination is under way. */
    @Get
    MutableHttpResponse<?> show(HttpRequest<?> request) {
        var status = progress.status();
        var response = HttpResponse.ok(new ModelAndView<>(
                "doctor/doctor",
                Map.<String, Object>of(
                        "page", frames.of(request, "doctor.title"), "status", status, "moments", moments)));
        return status.underWay() == null ? response : response.header("Refresh", "2");
    }

    @Post
    HttpResponse<?> examine(SignedIn who) {
        return begin(false, who);
    }

    @Post("/beheben")
    HttpResponse<?> repair(SignedIn who) {
        return begin(true, who);
    }

    private HttpResponse<?> begin(boolean repairs, SignedIn who) {
        progress.begin(repairs, new Actor(who.accountId(), who.name()));
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
