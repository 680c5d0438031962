package de.kreiskonzept.admin.migration;

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

/** The page on which all workspaces are brought to the version of this program. */
@Hidden
@Controller(MigrationPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class MigrationPages {
    static final String PATH = "/aktualisierung";

    private final MigrationProgress progress;
    private final Frames frames;
    private final Moments moments;

    MigrationPages(MigrationProgress progress, Frames frames, Moments moments) {
        this.progress = progress;
        this.frames = frames;
        this.moments = moments;
    }

    /** Lets a browser look again while a migration is under way. */
    @Get
    MutableHttpResponse<?> show(HttpRequest<?> request, SignedIn who) {
        var status = progress.status();
        var page = new ModelAndView<>(
                "migration/migration",
                Map.<String, Object>of(
                        "page",
                        frames.of(request, "migration.title"),
                        "status",
                        status,
                        "moments",
                        moments,
                        "mayBegin",
                        who.role().equals(Roles.OPERATOR) && !status.isComplete() && !status.isUnderWay()));
        var response = HttpResponse.ok(page);
        return status.isUnderWay() ? response.header("Refresh", "2") : response;
    }

    @Post
    @Secured(Roles.OPERATOR)
    HttpResponse<?> begin(SignedIn who) {
        progress.begin(new Actor(who.accountId(), who.name()));
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
