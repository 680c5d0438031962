package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.node.FieldWords;
import de.kreiskonzept.platform.concept.node.FormStart;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.concept.writing.Unsaved;
import de.kreiskonzept.platform.concept.writing.Writing;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Drafts of forms whose fields are texts: kept while people write, offered when they come back. */
@Singleton
public final class PlainDrafts {
    private static final int LATEST = 50;
    /** Names a line of the history in the address of a form. */
    private static final String EARLIER = "aus";

    private static final Pattern MARK = Pattern.compile("(.+) \\((.+)\\)");

    private final Writing writing;
    private final FieldHistory history;
    private final FieldWords words;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter hour;

    PlainDrafts(Writing writing, FieldHistory history, FieldWords words, PageFrames frames, Texts texts, Clock clock) {
        this.writing = writing;
        this.history = history;
        this.words = words;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
        this.hour = GermanTime.time(clock.getZone());
    }

    /**
     * A form of something that is stored.
     *
     * @param part whose history tells what others did meanwhile; null where none is kept
     * @param name what people call it
     * @param stored texts by the names of the fields
     */
    public record Form(Sheet sheet, @Nullable Subject part, String name, Map<String, String> stored, Place place) {}

    /**
     * Where a form stands.
     *
     * @param area address below the county that the address of the form continues
     * @param title key of what that area is called
     * @param back address below the county to which people go who do not write on
     */
    public record Place(String area, String title, String back) {
        /** Among the pages of the concept; {@code back} is below them, too. */
        public static Place inConcept(String back) {
            return new Place("/konzept", "concept.title", "/konzept" + back);
        }
    }

    /**
     * What a form holds when it is opened.
     *
     * @param version row version that the fields were written over
     */
    public record Begun(Map<String, String> fields, long version) {}

    /** The page that offers to go on with a draft; empty where there is none, it says what is stored, or the person goes on already. */
    public Optional<ModelAndView<Map<String, Object>>> offer(HttpRequest<?> request, String county, Form form) {
        if (goesOn(request) || request.getParameters().contains(EARLIER)) {
            return Optional.empty();
        }
        return writing.find(form.sheet().form(), who(request))
                .map(draft -> offer(form, draft))
                .filter(offer -> !offer.differences().isEmpty())
                .map(offer -> view(request, county, form, offer));
    }

    /** The draft where the person goes on with it, or what is stored with an earlier text out of the history; else what is stored. */
    public Begun begin(HttpRequest<?> request, Form form) {
        Optional<FieldChange> earlier = earlier(request, form);
        if (earlier.isPresent()) {
            return new Begun(with(form.stored(), earlier.get()), form.sheet().nodeVersion());
        }
        Optional<Unsaved> draft = goesOn(request) ? writing.find(form.sheet().form(), who(request)) : Optional.empty();
        return draft.map(found -> new Begun(typed(form, found.fields()), found.nodeVersion()))
                .orElseGet(() -> new Begun(form.stored(), form.sheet().nodeVersion()));
    }

    /** The page of the form; it tells where a field holds an earlier text. */
    public PageFrame told(PageFrame page, HttpRequest<?> request, Form form) {
        return earlier(request, form)
                .map(change -> page.withNotice(new Notice(
                        Notice.Kind.INFO,
                        texts.text("history.taken.title"),
                        texts.text(
                                "history.taken.text", words.label(change.field()), time.format(change.changedAt())))))
                .orElse(page);
    }

    private Optional<FieldChange> earlier(HttpRequest<?> request, Form form) {
        Subject part = form.part();
        if (part == null) {
            return Optional.empty();
        }
        return request.getParameters().get(EARLIER, String.class).map(line -> {
            FieldChange change = Nodes.found(history.find(part, id(line)));
            if (!form.stored().containsKey(change.field())) {
                throw Nodes.missing();
            }
            return change;
        });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }

    // A number with its period is one field in the history and two in the form.
    private static Map<String, String> with(Map<String, String> stored, FieldChange change) {
        var fields = new LinkedHashMap<>(stored);
        String period = change.field() + "Period";
        Matcher mark = MARK.matcher(change.before());
        boolean marked = stored.containsKey(period);
        fields.put(change.field(), marked ? (mark.matches() ? mark.group(1) : "") : change.before());
        if (marked) {
            fields.put(period, mark.matches() ? mark.group(2) : "");
        }
        return fields;
    }

    /** What the form itself needs: where it sends what is typed, and who else is there. */
    public Map<String, Object> beat(HttpRequest<?> request, String county, Form form) {
        return Map.of(
                "beat", address(county, form),
                "signIn", "/" + county + "/anmelden",
                "others", writing.others(form.sheet().form(), who(request)));
    }

    /** Notes that this person has the form open and tells who else has. */
    public ModelAndView<Map<String, Object>> seen(Form form, SignedIn who) {
        writing.seen(form.sheet(), who);
        var others = writing.others(form.sheet().form(), who);
        return line(others.isEmpty() ? "" : texts.text("writing.others", String.join(", ", others)));
    }

    /** Keeps what was typed; a draft that says what is stored goes. */
    public ModelAndView<Map<String, Object>> keep(Form form, Map<String, Object> fields, SignedIn who) {
        var content = new LinkedHashMap<String, List<String>>();
        form.stored().keySet().forEach(name -> content.put(name, FieldChecks.list(fields, name)));
        Sheet sheet = new Sheet(
                form.sheet().form(), form.sheet().versionId(), form.sheet().node(), FieldChecks.version(fields));
        boolean same = differences(form, content).isEmpty();
        return line(writing.keep(sheet, same ? null : content, who)
                .map(at -> same ? "" : texts.text("writing.kept", hour.format(at)))
                .orElseGet(() -> texts.text("writing.tooLong")));
    }

    /** Ends this person's writing, because it was saved. */
    public void end(Form form, SignedIn who) {
        writing.end(form.sheet().form(), who);
    }

    /** Throws a draft away and opens the form. */
    public HttpResponse<?> discard(String county, Form form, SignedIn who) {
        end(form, who);
        return HttpResponse.seeOther(
                URI.create(base(county, form) + "/" + form.sheet().form()));
    }

    private FormStart.Offer offer(Form form, Unsaved draft) {
        Subject part = form.part();
        List<FieldChange> known = part == null ? List.of() : history.list(part, 0, LATEST);
        var meanwhile = known.reversed().stream()
                .filter(change -> form.stored().containsKey(change.field())
                        && change.changedAt().isAfter(draft.writtenAt()))
                .toList();
        return new FormStart.Offer(draft, time.format(draft.writtenAt()), differences(form, draft.fields()), meanwhile);
    }

    private Map<String, String[]> differences(Form form, Map<String, List<String>> fields) {
        var differences = new LinkedHashMap<String, String[]>();
        typed(form, fields).forEach((field, text) -> {
            String stored = form.stored().getOrDefault(field, "").strip();
            if (!text.equals(stored)) {
                String kind = kind(form);
                differences.put(
                        words.label(field),
                        new String[] {words.value(kind, field, stored), words.value(kind, field, text)});
            }
        });
        return differences;
    }

    private static Map<String, String> typed(Form form, Map<String, List<String>> fields) {
        var typed = new LinkedHashMap<String, String>();
        form.stored().keySet().forEach(name -> typed.put(name, FieldChecks.field(fields, name)));
        return typed;
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, Form form, FormStart.Offer offer) {
        PageFrame page = frames.of(request, "concept.edit.title", form.name());
        String base = base(county, form);
        String address = base + "/" + form.sheet().form();
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(new Crumb(page.t(form.place().title()), base), Crumb.here(page.title())));
        model.put("offer", offer);
        model.put("lines", words.lines(kind(form), offer.meanwhile()));
        model.put("goOnHref", address + "?entwurf=ja");
        model.put("discard", address(county, form) + "/verwerfen");
        model.put("hidden", Map.of());
        model.put("cancelHref", "/" + county + form.place().back());
        return new ModelAndView<>("writing/offer", model);
    }

    private static String address(String county, Form form) {
        String path = form.sheet().form();
        return base(county, form) + "/"
                + (path.endsWith("/bearbeiten") ? path.substring(0, path.lastIndexOf('/')) : path) + "/entwurf";
    }

    private static String kind(Form form) {
        Subject part = form.part();
        return part == null ? "" : part.kind();
    }

    private static String base(String county, Form form) {
        return "/" + county + form.place().area();
    }

    private static boolean goesOn(HttpRequest<?> request) {
        return request.getParameters().contains("entwurf");
    }

    private static SignedIn who(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class).orElseThrow();
    }

    private static ModelAndView<Map<String, Object>> line(String line) {
        return new ModelAndView<>("writing/line", Map.of("line", line));
    }
}
