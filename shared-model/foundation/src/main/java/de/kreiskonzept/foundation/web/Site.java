package de.kreiskonzept.foundation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all pages have in common during one request. Platform and console each build it in one place.
 *
 * @param name of the county ("Landkreis Konstanz") or of the application ("Betreiberkonsole")
 * @param home path of the start page
 * @param navigation main navigation in its order; empty on pages for people who are not signed in
 * @param footer links at the end of each page, such as imprint, privacy and accessibility
 * @param account who is signed in; null for nobody
 * @param search path of the search; empty where there is none
 * @param csrfToken hidden value of every form; empty when there is none
 * @param messages of who runs the installation, for this person
 * @param visit what stands on every page of a visitor; null for everybody else
 * @param exampleData whether the banner "Beispieldaten, nicht amtlich" is shown
 * @param texts German texts of the pages
 * @param assets style sheets, scripts and fonts
 */
public record Site(
        String name,
        String home,
        List<NavItem> navigation,
        List<NavItem> footer,
        @Nullable Account account,
        String search,
        String csrfToken,
        List<Message> messages,
        @Nullable Visit visit,
        boolean exampleData,
        Texts texts,
        Assets assets) {

    /**
     * The person who is signed in.
     *
     * @param name as shown in the header
     * @param path page of the own account
     * @param signOutPath path that ends the session by POST
     */
    public record Account(String name, String path, String signOutPath) {}

    /**
     * A message of who runs the installation.
     *
     * @param word German word of its kind
     * @param notice how it stands on the start page
     * @param everywhere whether this page shows it as a band below the navigation
     * @param href page that has it whole
     * @param putAway path that puts it away by POST; empty where nobody can
     */
    public record Message(String word, Notice notice, boolean everywhere, String href, String putAway) {}

    /**
     * That somebody without an account is inside for a time.
     *
     * @param sentence who and until when
     * @param leavePath path that ends the visit by POST
     */
    public record Visit(String sentence, String leavePath) {}

    public Site {
        navigation = List.copyOf(navigation);
        messages = List.copyOf(messages);
        footer = List.copyOf(footer);
    }

    /** Returns a site without navigation, footer and account: for sign-in, sign-up and error pages. */
    public static Site plain(String name, String home, Texts texts, Assets assets) {
        return new Site(name, home, List.of(), List.of(), null, "", "", List.of(), null, false, texts, assets);
    }

    /** Returns the frame of a page with the given title (its first heading). */
    public PageFrame page(String title) {
        return new PageFrame(this, title, List.of(), null, FormErrors.none());
    }
}
