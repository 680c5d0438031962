package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.monitoring.reply.Replies.Sheet;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusChoice;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two pages on which a body, or a lead for it, answers: all its measures, and one of them. */
@Singleton
class ReplyViews {

    private final PageFrames frames;
    private final Texts texts;

    ReplyViews(PageFrames frames, Texts texts) {
        this.frames = frames;
        this.texts = texts;
    }

    ModelAndView<Map<String, Object>> sheet(HttpRequest<?> request, Sheet sheet, String base, @Nullable Notice notice) {
        PageFrame page = frames.of(request, "reply.sheet.title", sheet.body().name());
        var model = model(notice == null ? page : page.withNotice(notice), sheet, base);
        return new ModelAndView<>("reply/sheet", model);
    }

    /** One of the questions of a sheet, and the address of the sheet. */
    record Place(Sheet sheet, Reply reply, String base) {}

    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, Place place, ReplyForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "reply.form.title").withErrors(errors);
        var model = model(page, place.sheet(), place.base());
        model.put("reply", place.reply());
        model.put("files", place.sheet().files(place.reply()));
        model.put("form", form);
        model.put(
                "choices",
                StatusChoice.list(place.sheet().vocabulary(), place.reply().kind(), "reply.choice.", texts).stream()
                        .filter(choice -> choice.light() != TrafficLight.GREY)
                        .toList());
        model.put("place", place.sheet().replies().indexOf(place.reply()) + 1);
        return new ModelAndView<>("reply/form", model);
    }

    /** Address of the next open question, or of all of them where none is open. */
    String next(Sheet sheet, UUID answered, String base) {
        Reply next = sheet.next(answered);
        return next == null ? base + "?erledigt=ja" : base + "/" + next.id();
    }

    private static Map<String, Object> model(PageFrame page, Sheet sheet, String base) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("sheet", sheet);
        model.put("base", base);
        model.put("lead", base.contains("/berichtsrunden/"));
        model.put("cutoff", sheet.round().cutoff().format(GermanTime.DAY));
        model.put("deadline", sheet.round().deadline().format(GermanTime.DAY));
        return model;
    }
}
