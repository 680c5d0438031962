package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.identity.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses and breadcrumbs of the pages of the concept, and which of them lead a person to a change. */
public final class ConceptLinks {
    private ConceptLinks() {}

    /** Whether this person may change the structure of a version. */
    public static boolean structure(SignedIn who, ConceptVersion version) {
        return version.state().editable() && who.role().equals(Roles.LEAD);
    }

    /** Whether this person may say who edits what. */
    public static boolean assigns(SignedIn who) {
        return List.of(Roles.ADMIN, Roles.LEAD).contains(who.role());
    }

    /** Address of the pages of the concept. */
    public static String base(String county) {
        return "/" + county + "/konzept";
    }

    /** Address of the page of a section; without one that of the chapter with this id, or of the tree where that is empty. */
    public static String above(String county, UUID version, @Nullable UUID section, String chapter) {
        if (section != null) {
            return base(county) + "/abschnitte/" + section;
        }
        return base(county)
                + (chapter.matches("[0-9a-f-]{36}")
                        ? "/fassung/" + version + "/kapitel#kapitel-" + chapter
                        : "?version=" + version);
    }

    /** Address that takes a deletion back, or nothing where none is told of. */
    public static String undo(String county, @Nullable String undo) {
        boolean right = undo != null && undo.matches("(fassung|abschnitte|ziele|massnahmen|texte)/[0-9a-f-]{36}");
        return right ? base(county) + "/" + undo + "/wiederherstellen" : "";
    }

    /** Breadcrumb of a page in the tree. */
    public static Crumb[] crumbs(PageFrame page, String county, List<Section> sections) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(page.t("concept.title"), base(county)));
        sections.forEach(
                section -> crumbs.add(new Crumb(section.name(), base(county) + "/abschnitte/" + section.id())));
        crumbs.add(Crumb.here(page.title()));
        return crumbs.toArray(Crumb[]::new);
    }
}
