package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which all workspaces are examined; with many of them that takes a while, so it begins on request. */
@Hidden
@Controller("/pruefung")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class DoctorPages {
    private final Doctor doctor;
    private final Frames frames;

    DoctorPages(Doctor doctor, Frames frames) {
        this.doctor = doctor;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, @Nullable Object>> show(
            HttpRequest<?> request, @QueryValue(defaultValue = "false") boolean jetzt) throws SQLException {
        return page(request, jetzt ? doctor.examine() : null);
    }

    @Post
    ModelAndView<Map<String, @Nullable Object>> repair(HttpRequest<?> request, SignedIn who) throws SQLException {
        return page(request, doctor.repair(doctor.examine(), new Actor(who.accountId(), who.name())));
    }

    private ModelAndView<Map<String, @Nullable Object>> page(HttpRequest<?> request, @Nullable Report report) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", frames.of(request, "doctor.title"));
        model.put("report", report);
        return new ModelAndView<>("doctor/doctor", model);
    }
}
