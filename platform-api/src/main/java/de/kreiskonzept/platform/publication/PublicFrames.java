package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.web.Assets;
import de.kreiskonzept.foundation.web.NavItem;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Site;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import jakarta.inject.Singleton;
import java.util.List;

/** The frame of pages that are the same for everybody: nobody is named as signed in, no form is bound to a browser, so no cookie is set. */
@Singleton
class PublicFrames {
    private final CurrentWorkspace current;
    private final ExampleCounties examples;
    private final Texts texts;
    private final Assets assets;

    PublicFrames(CurrentWorkspace current, ExampleCounties examples, Texts texts, Assets assets) {
        this.current = current;
        this.examples = examples;
        this.texts = texts;
        this.assets = assets;
    }

    PageFrame of(String titleKey, Object... args) {
        Workspace county = current.get();
        String home = home(county);
        var site = new Site(
                county.name(),
                home,
                List.of(),
                List.of(
                        item("publication.nav.start", home),
                        item("publication.nav.statement", home + "/barrierefreiheit"),
                        item("publication.nav.barrier", home + "/barriere"),
                        item("publication.nav.signIn", "/" + county.slug() + "/anmelden")),
                null,
                "",
                "",
                List.of(),
                null,
                examples.contain(county),
                texts,
                assets);
        return site.page(texts.text(titleKey, args));
    }

    /** What makes two answers differ besides their content: the look of the page. */
    String look() {
        return assets.url("kreiskonzept.css")
                + examples.containCurrent()
                + current.get().name();
    }

    private NavItem item(String key, String path) {
        return new NavItem(texts.text(key), path, false);
    }

    static String home(Workspace county) {
        return "/" + county.slug() + "/oeffentlich";
    }
}
