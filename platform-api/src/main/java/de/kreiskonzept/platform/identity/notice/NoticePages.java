package de.kreiskonzept.platform.identity.notice;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.web.Frames;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where people choose which mails they want. */
@Hidden
@OfOwnAccount
@Controller("/{county}/benachrichtigungen")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class NoticePages {
    private final Notices notices;
    private final Frames frames;

    NoticePages(Notices notices, Frames frames) {
        this.notices = notices;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, SignedIn who, @QueryValue @Nullable String gespeichert) {
        PageFrame page = frames.of(request, "identity.notice.title");
        Set<NoticeKind> unwanted = notices.unwanted(who.accountId());
        List<NoticeKind> kinds = NoticeKind.of(who.role());
        return new ModelAndView<>(
                "notice/choose",
                Map.of(
                        "page",
                        gespeichert == null
                                ? page
                                : page.withNotice(new Notice(Notice.Kind.SUCCESS, page.t("identity.notice.saved"), "")),
                        "kinds",
                        kinds.stream()
                                .map(kind -> Choice.of(kind.text(), page.t("identity.notice.kind." + kind.text())))
                                .toList(),
                        "wanted",
                        kinds.stream()
                                .filter(kind -> !unwanted.contains(kind))
                                .map(NoticeKind::text)
                                .toList()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(HttpRequest<?> request, SignedIn who, @Body Map<String, Object> fields) {
        List<NoticeKind> kinds = NoticeKind.of(who.role());
        Set<String> chosen = texts(fields.get("kind"));
        notices.choose(
                new Actor(who.accountId(), who.name()),
                kinds,
                kinds.stream().filter(kind -> chosen.contains(kind.text())).collect(Collectors.toSet()));
        return HttpResponse.seeOther(URI.create(request.getPath() + "?gespeichert=ja"));
    }

    private static Set<String> texts(@Nullable Object field) {
        return switch (field) {
            case null -> Set.of();
            case Collection<?> several -> several.stream().map(Object::toString).collect(Collectors.toSet());
            default -> Set.of(field.toString());
        };
    }
}
