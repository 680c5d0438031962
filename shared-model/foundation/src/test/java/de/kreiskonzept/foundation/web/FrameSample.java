package de.kreiskonzept.foundation.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One page that shows every template of the frame, as a county would see it. */
final class FrameSample {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final List<Choice> LIGHTS = List.of(
            Choice.of("green", "Grün").withHint("Die Maßnahme läuft oder ist abgeschlossen."),
            Choice.of("yellow", "Gelb").withHint("Die Maßnahme ist geplant oder wird überarbeitet."),
            Choice.of("red", "Rot").withHint("Die Maßnahme wird derzeit nicht verfolgt."),
            Choice.of("grey", "Nicht bewertet"));

    private final PageFrame page;

    private FrameSample(PageFrame page) {
        this.page = page;
    }

    /** Returns the page of a county with every piece on it, one of its forms with errors. */
    static String everything() {
        var site = new Site(
                "Landkreis Konstanz",
                "/konstanz",
                List.of(
                        NavItem.of("Meine Aufgaben", "/konstanz"),
                        NavItem.of("Konzept", "/konstanz/konzept"),
                        new NavItem("Maßnahmen", "/konstanz/massnahmen", true),
                        NavItem.of("Ampel", "/konstanz/ampel"),
                        NavItem.of("Gremien", "/konstanz/gremien"),
                        NavItem.of("Einstellungen", "/konstanz/einstellungen")),
                footer(),
                new Site.Account("Hannah Weber-Özdemir", "/konstanz/konto", "/konstanz/abmelden"),
                "/konstanz/suche",
                "token",
                List.of(new Site.Message(
                        "Wartung",
                        new Notice(Notice.Kind.WARNING, "Am Samstag ab 20 Uhr nicht erreichbar", ""),
                        true,
                        "/konstanz/mitteilungen",
                        "")),
                null,
                true,
                new Texts(),
                new Assets());
        var page = site.page("Maßnahmen im Handlungsfeld Sprache")
                .withBreadcrumb(
                        new Crumb("Meine Aufgaben", "/konstanz"),
                        new Crumb("Konzept", "/konstanz/konzept"),
                        Crumb.here("Maßnahmen"))
                .withNotice(Notice.success("Die Ampel der Maßnahme 2a ist gespeichert."))
                .withErrors(FormErrors.none()
                        .with("number", "Tragen Sie eine Nummer mit höchstens 20 Zeichen ein.")
                        .with("lead", "Wählen Sie eine federführende Stelle.")
                        .with("light", "Wählen Sie eine Ampelfarbe.")
                        .with("agree", "Bestätigen Sie, dass die Angaben stimmen."));
        return new FrameSample(page).everythingOn();
    }

    /** Returns a page whose words are longer than a narrow window is wide. */
    static String longWords() {
        var word = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";
        var site = new Site(
                "Landkreis " + word,
                "/lang",
                List.of(new NavItem(word, "/lang", true), NavItem.of(word, "/lang/2")),
                List.of(NavItem.of(word, "/lang/3")),
                new Site.Account(word, "/lang/konto", "/lang/abmelden"),
                "/lang/suche",
                "token",
                List.of(),
                null,
                true,
                new Texts(),
                new Assets());
        var sample = new FrameSample(site.page(word)
                .withBreadcrumb(new Crumb(word, "/lang"), Crumb.here(word))
                .withNotice(new Notice(Notice.Kind.WARNING, word, word))
                .withErrors(FormErrors.none().with("name", word)));
        Content field =
                output -> sample.input(output, "name", word, Map.of("hint", word, "value", word, "unit", "Euro"));
        Content content = output -> {
            sample.piece(output, "form", Map.of("action", "/lang", "content", field));
            sample.bare(output, "linkButton", Map.of("label", word, "href", "/lang"));
            sample.bare(output, "light", Map.of("kind", "red", "label", word));
            sample.bare(output, "taskList", Map.of("tasks", List.of(new Task(word, "/lang", word, word, null))));
            sample.bare(output, "empty", Map.of("title", word, "text", word));
        };
        return sample.whole("page", Map.of("content", content));
    }

    /** Returns the sign-in page, which has no navigation. */
    static String signIn() {
        var site = Site.plain("Landkreis Waldshut", "/waldshut", new Texts(), new Assets());
        var sample = new FrameSample(site.page("Anmelden"));
        Content form = output -> {
            sample.input(output, "email", "E-Mail-Adresse", Map.of("type", "email", "autocomplete", "username"));
            sample.input(
                    output, "password", "Passwort", Map.of("type", "password", "autocomplete", "current-password"));
            sample.piece(output, "buttons", Map.of("content", (Content)
                    inner -> sample.bare(inner, "button", Map.of("label", "Anmelden"))));
        };
        return sample.whole("narrow", Map.of("content", (Content)
                output -> sample.piece(output, "form", Map.of("action", "/waldshut/anmelden", "content", form))));
    }

    /** Returns the page for a missing page. */
    static String notFound() {
        var site = Site.plain("Landkreis Waldshut", "/waldshut", new Texts(), new Assets());
        var sample = new FrameSample(site.page("Diese Seite gibt es nicht"));
        return sample.whole(
                "errorPage",
                Map.of(
                        "status",
                        404,
                        "text",
                        "Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.",
                        "number",
                        "01J9-7Q2K"));
    }

    /** Returns the question before something is deleted. */
    static String confirmation() {
        var site = Site.plain("Landkreis Konstanz", "/konstanz", new Texts(), new Assets());
        var sample = new FrameSample(site.page("Maßnahme 2a löschen"));
        return sample.whole(
                "confirm",
                Map.of(
                        "action", "/konstanz/massnahmen/1/loeschen",
                        "question", "Möchten Sie die Maßnahme 2a mit ihrem Verlauf löschen?",
                        "label", "Maßnahme löschen",
                        "cancelHref", "/konstanz/massnahmen/1"));
    }

    static List<NavItem> footer() {
        return List.of(
                NavItem.of("Impressum", "/impressum"),
                NavItem.of("Datenschutz", "/datenschutz"),
                NavItem.of("Barrierefreiheit", "/barrierefreiheit"));
    }

    private String everythingOn() {
        Content content = output -> {
            section(output, "Auf einen Blick", this::lights);
            section(output, "Liste", this::list);
            section(output, "Formular", this::form);
            section(output, "Aufgaben", this::tasks);
            section(output, "Meldungen", this::notices);
            piece(
                    output,
                    "empty",
                    Map.of(
                            "title", "Noch kein Konzept",
                            "text",
                                    "Beginnen Sie mit einem vorhandenen Dokument, einer Vorlage oder einem leeren Konzept.",
                            "content", (Content) this::emptyActions));
        };
        return whole(
                "page",
                Map.of(
                        "content", content,
                        "lead",
                                (Content) output -> output.writeContent(
                                        "<p>22 Maßnahmen in sieben Unterzielen. Stand 31.12.2025.</p>"),
                        "actions",
                                (Content) output -> bare(
                                        output,
                                        "linkButton",
                                        Map.of(
                                                "label",
                                                "Maßnahme anlegen",
                                                "href",
                                                "/konstanz/massnahmen/neu",
                                                "icon",
                                                "add"))));
    }

    private static void section(TemplateOutput output, String heading, Content content) {
        output.writeContent("<section><h2 class=\"kern-heading-medium\">" + heading + "</h2>");
        content.writeTo(output);
        output.writeContent("</section>");
    }

    private void lights(TemplateOutput output) {
        output.writeContent("<dl class=\"kk-figures\"><div><dt>Handlungsfelder</dt><dd>6</dd></div><div><dt>Unterziele"
                + "</dt><dd>64</dd></div><div><dt>Maßnahmen</dt><dd>193</dd></div></dl><ul class=\"kk-legend\">");
        for (var light : LIGHTS) {
            output.writeContent("<li>");
            bare(output, "light", Map.of("kind", light.value(), "label", light.label()));
            output.writeContent("</li>");
        }
        output.writeContent("</ul>");
    }

    private void list(TemplateOutput output) {
        Content rows = table -> {
            table.writeContent("<thead><tr><th scope=\"col\">Nr.</th><th scope=\"col\" class=\"kk-text\">Maßnahme</th>"
                    + "<th scope=\"col\">Federführung</th><th scope=\"col\" class=\"kk-number\">Kosten</th>"
                    + "<th scope=\"col\">Ampel</th><th scope=\"col\" class=\"kk-actions\"><span class=\"kern-sr-only\">Aktionen</span></th>"
                    + "</tr></thead><tbody>");
            for (var light : LIGHTS) {
                table.writeContent(
                        "<tr><th scope=\"row\">2a</th><td><a class=\"kk-link\" href=\"/konstanz/massnahmen/1\">"
                                + "Sprachkurse in allen Gemeinden mit Kinderbetreuung anbieten</a></td><td>Amt für Migration und "
                                + "Integration</td><td class=\"kk-number\">12.500 €</td><td>");
                bare(table, "light", Map.of("kind", light.value(), "label", light.label()));
                table.writeContent("</td><td class=\"kk-actions\">");
                piece(
                        table,
                        "postButton",
                        Map.of("action", "/konstanz/massnahmen/1/hoch", "label", "Nach oben", "icon", "arrow-up"));
                table.writeContent("</td></tr>");
            }
            table.writeContent("</tbody>");
        };
        bare(output, "table", Map.of("id", "liste", "caption", "Maßnahmen", "content", rows, "sticky", true));
        piece(output, "pagination", Map.of("paging", new Paging(5, 20, 193, "/konstanz/massnahmen?ampel=gelb")));
    }

    private void form(TemplateOutput output) {
        Content fields = form -> {
            input(form, "number", "Nummer", Map.of("hint", "Zum Beispiel 2a", "width", "short", "value", "2a-2d-lang"));
            piece(
                    form,
                    "textarea",
                    Map.of("name", "text", "label", "Wortlaut", "value", "Sprachkurse in allen Gemeinden"));
            piece(
                    form,
                    "select",
                    Map.of(
                            "name",
                            "lead",
                            "label",
                            "Federführung",
                            "choices",
                            List.of(
                                    Choice.of("1", "Amt für Migration").inGroup("Landratsamt"),
                                    Choice.of("2", "Caritas").inGroup("Verbände"))));
            piece(form, "radios", Map.of("name", "light", "legend", "Ampel", "choices", LIGHTS, "value", "yellow"));
            piece(
                    form,
                    "checkboxes",
                    Map.of(
                            "name",
                            "reach",
                            "legend",
                            "Reichweite",
                            "required",
                            false,
                            "horizontal",
                            true,
                            "choices",
                            List.of(Choice.of("county", "Landkreis"), Choice.of("municipality", "Gemeinde")),
                            "values",
                            List.of("county")));
            input(
                    form,
                    "cost",
                    "Kosten im Jahr",
                    Map.of("required", false, "unit", "Euro", "inputmode", "decimal", "width", "medium"));
            piece(
                    form,
                    "file",
                    Map.of("name", "file", "label", "Anlage", "hint", "PDF, höchstens 10 MB", "required", false));
            piece(
                    form,
                    "checkbox",
                    Map.of(
                            "name",
                            "agree",
                            "label",
                            "Die Angaben sind mit der federführenden Stelle abgestimmt.",
                            "required",
                            true));
            bare(form, "buttons", Map.of("content", (Content) this::formButtons));
        };
        piece(output, "form", Map.of("action", "/konstanz/massnahmen", "content", fields));
    }

    private void formButtons(TemplateOutput output) {
        bare(output, "button", Map.of("label", "Speichern"));
        bare(output, "linkButton", Map.of("label", "Abbrechen", "href", "/konstanz/massnahmen"));
    }

    private void emptyActions(TemplateOutput output) {
        bare(
                output,
                "linkButton",
                Map.of("label", "Dokument einlesen", "href", "/konstanz/einlesen", "kind", "primary"));
        bare(output, "linkButton", Map.of("label", "Vorlage übernehmen", "href", "/konstanz/vorlagen"));
        bare(
                output,
                "linkButton",
                Map.of("label", "Leer beginnen", "href", "/konstanz/konzept/neu", "kind", "tertiary"));
    }

    private void tasks(TemplateOutput output) {
        bare(
                output,
                "taskList",
                Map.of(
                        "label",
                        "Meine Aufgaben",
                        "tasks",
                        List.of(
                                new Task(
                                        "12 Maßnahmen bewerten",
                                        "/konstanz/massnahmen?ampel=nicht-bewertet",
                                        "Bis 31.12.2025",
                                        "offen",
                                        Notice.Kind.WARNING),
                                new Task("Konzept einlesen", "/konstanz/einlesen", "", "erledigt", Notice.Kind.SUCCESS),
                                new Task(
                                        "Steuerungsgruppe einladen",
                                        null,
                                        "Erst möglich, wenn das Gremium Mitglieder hat",
                                        "noch nicht möglich",
                                        null))));
    }

    private void notices(TemplateOutput output) {
        for (var kind : Notice.Kind.values()) {
            var notice = new Notice(
                    kind, "193 Maßnahmen angegeben, 1 gefunden", "Der Text enthält nur eine Maßnahme im Wortlaut.");
            piece(output, "notice", Map.of("notice", notice));
        }
    }

    private void input(TemplateOutput output, String name, String label, Map<String, Object> more) {
        var all = new HashMap<>(more);
        all.put("name", name);
        all.put("label", label);
        piece(output, "input", all);
    }

    private void piece(TemplateOutput output, String template, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("page", page);
        bare(output, template, all);
    }

    private void bare(TemplateOutput output, String template, Map<String, Object> parameters) {
        ENGINE.render("frame/" + template + ".jte", parameters, output);
    }

    private String whole(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        piece(output, template, parameters);
        return output.toString();
    }
}
