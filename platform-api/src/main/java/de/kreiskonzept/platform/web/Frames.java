package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.signin.FormTokens;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Assets;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Site;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the frame of every page of the platform. */
@Singleton
public final class Frames implements PageFrames {
    private final CurrentWorkspace county;
    private final Navigation navigation;
    private final FormTokens forms;
    private final Texts texts;
    private final Assets assets;
    private final Messages messages;

    Frames(
            CurrentWorkspace county,
            Navigation navigation,
            FormTokens forms,
            Texts texts,
            Assets assets,
            Messages messages) {
        this.county = county;
        this.navigation = navigation;
        this.forms = forms;
        this.texts = texts;
        this.assets = assets;
        this.messages = messages;
    }

    @Override
    public PageFrame of(HttpRequest<?> request, String titleKey, Object... args) {
        var site = county.find()
                .map(workspace -> site(request, workspace))
                .orElseGet(() -> Site.plain(texts.text("web.platform"), "/", texts, assets));
        return site.page(texts.text(titleKey, args)).withNotice(notice(request));
    }

    private @Nullable Notice notice(HttpRequest<?> request) {
        return county.find()
                .filter(workspace -> !workspace.writable() && visit(request).isEmpty())
                .map(workspace -> new Notice(
                        Notice.Kind.INFO,
                        texts.text(
                                workspace.isMoving() ? "tenancy.county.movingNotice" : "tenancy.county.readOnlyNotice"),
                        ""))
                .orElse(null);
    }

    private static Optional<SignedIn.Visit> visit(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class).map(SignedIn::visit);
    }

    private Site.Visit visit(SignedIn.Visit visit, String home) {
        return new Site.Visit(
                texts.text(
                        visit.writing() ? "web.visit.writing" : "web.visit.reading",
                        visit.visitor(),
                        GermanTime.TIME.format(visit.until()),
                        visit.host()),
                home + "hilfe/verlassen");
    }

    // A value for forms would bind the browser by a cookie, and public pages set none, not even where they go wrong.
    private Site site(HttpRequest<?> request, Workspace workspace) {
        var home = "/" + workspace.slug() + "/";
        var who = request.getUserPrincipal(SignedIn.class);
        var free = who.filter(person -> !person.proof().mustEnrol());
        return new Site(
                workspace.name(),
                home,
                free.map(person -> navigation.of(request, home, person)).orElse(List.of()),
                List.of(),
                who.filter(person -> person.visit() == null)
                        .map(person -> new Site.Account(person.name(), home + "konto", home + "abmelden"))
                        .orElse(null),
                free.isPresent() ? home + "suche" : "",
                request.getPath().startsWith(home + "oeffentlich") ? "" : forms.of(request),
                free.map(person -> messages.of(request, home, workspace, person))
                        .orElse(List.of()),
                visit(request).map(visit -> visit(visit, home)).orElse(null),
                messages.areExamples(workspace),
                texts,
                assets);
    }
}
