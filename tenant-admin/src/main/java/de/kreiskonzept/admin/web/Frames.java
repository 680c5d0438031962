package de.kreiskonzept.admin.web;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.mail.Mailbox;
import de.kreiskonzept.foundation.signin.FormTokens;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Assets;
import de.kreiskonzept.foundation.web.NavItem;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Site;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Makes the frame of every page of the console. */
@Singleton
public final class Frames implements PageFrames {
    // Where counties ask for a workspace; they know no console.
    private static final String SIGN_UP = "/registrieren";

    private final FormTokens forms;
    private final Texts texts;
    private final Assets assets;
    private final Mailbox mailbox;

    Frames(FormTokens forms, Texts texts, Assets assets, Mailbox mailbox) {
        this.forms = forms;
        this.texts = texts;
        this.assets = assets;
        this.mailbox = mailbox;
    }

    @Override
    public PageFrame of(HttpRequest<?> request, String titleKey, Object... args) {
        var who = request.getUserPrincipal(SignedIn.class);
        return new Site(
                        texts.text(request.getPath().startsWith(SIGN_UP) ? "frame.product" : "web.console"),
                        "/",
                        who.filter(person -> !person.proof().mustEnrol())
                                .map(person -> navigation(request.getPath(), person))
                                .orElse(List.of()),
                        List.of(),
                        who.map(person -> new Site.Account(person.name(), "/konto", "/abmelden"))
                                .orElse(null),
                        "",
                        forms.of(request),
                        List.of(),
                        null,
                        false,
                        texts,
                        assets)
                .page(texts.text(titleKey, args));
    }

    private List<NavItem> navigation(String path, SignedIn who) {
        var items = new ArrayList<NavItem>();
        items.add(new NavItem(texts.text("web.nav.overview"), "/", path.equals("/")));
        items.add(item("web.nav.signups", "/antraege", path));
        items.add(item("web.nav.tenants", "/arbeitsbereiche", path));
        items.add(item("web.nav.announcements", "/mitteilungen", path));
        items.add(item("web.nav.catalogue", "/katalog", path));
        items.add(item("web.nav.jobs", "/arbeiten", path));
        items.add(item("web.nav.dataSources", "/datenbankserver", path));
        items.add(item("web.nav.migration", "/aktualisierung", path));
        if (mailbox.isOpen()) {
            items.add(item("web.nav.mailbox", "/postfach", path));
        }
        if (who.role().equals(Roles.OPERATOR)) {
            items.add(item("web.nav.transfer", "/uebernahme", path));
            items.add(item("web.nav.doctor", "/pruefung", path));
            items.add(item("web.nav.trail", "/protokoll", path));
            items.add(item("web.nav.accounts", "/konten", path));
        }
        return items;
    }

    private NavItem item(String key, String href, String path) {
        return new NavItem(texts.text(key), href, path.equals(href) || path.startsWith(href + "/"));
    }
}
