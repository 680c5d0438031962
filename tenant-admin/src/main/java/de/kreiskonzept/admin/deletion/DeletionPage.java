package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.DeletionStage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the deletion of one county's data: what is settled, what comes next, how long it waits. */
@Singleton
final class DeletionPage {
    static final String PATH = "/arbeitsbereiche/{id}/loeschung";

    private static final Set<String> DONE = Set.of("announced", "export", "archive", "cancelled");

    private final Deletions deletions;
    private final Tenants tenants;
    private final Frames frames;
    private final Moments moments;
    private final Texts texts;

    DeletionPage(Deletions deletions, Tenants tenants, Frames frames, Moments moments, Texts texts) {
        this.deletions = deletions;
        this.tenants = tenants;
        this.frames = frames;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * What was typed into one of the forms, and what is wrong with it.
     *
     * @param export null where nothing was chosen, so that the page shows what is stored
     * @param archive null where nothing was typed, so that the page shows what is stored
     */
    record Typed(
            WishForm wish,
            @Nullable String export,
            @Nullable ArchiveForm archive,
            FormErrors errors) {
        static final Typed NOTHING = new Typed(WishForm.EMPTY, null, null, FormErrors.none());

        static Typed of(WishForm wish, FormErrors errors) {
            return new Typed(wish, null, null, errors);
        }

        static Typed of(ArchiveForm archive, FormErrors errors) {
            return new Typed(WishForm.EMPTY, null, archive, errors);
        }

        static Typed of(AnswerForm answer, FormErrors errors) {
            return new Typed(WishForm.EMPTY, answer.export(), null, errors);
        }
    }

    MutableHttpResponse<?> fill(
            MutableHttpResponse<Object> response, HttpRequest<?> request, SignedIn who, UUID id, Typed typed) {
        var tenant = tenants.get(id);
        var latest = deletions.findLatest(id).orElse(null);
        var stage = latest == null ? null : latest.deletion().stage(deletions.today());
        var page = frames.of(request, "deletion.title", tenant.name());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "page",
                page.withErrors(typed.errors())
                        .withNotice(notice(request))
                        .withBreadcrumb(
                                new Crumb(page.t("lifecycle.list.title"), "/arbeitsbereiche"),
                                new Crumb(tenant.name(), "/arbeitsbereiche/" + id),
                                Crumb.here(page.t("deletion.crumb"))));
        model.put("tenant", tenant);
        model.put("latest", latest);
        model.put("stage", stage);
        model.put("wish", typed.wish());
        model.put("answer", typed.export() == null ? answered(latest) : typed.export());
        model.put("archive", typed.archive() == null ? stored(latest) : typed.archive());
        model.put("fresh", who.proof().isFresh(moments.now()));
        model.put("operator", who.role().equals(Roles.OPERATOR));
        model.put("moments", moments);
        response.body(new ModelAndView<>("deletion/deletion", model));
        return stage == DeletionStage.ERASING ? response.header("Refresh", "5") : response;
    }

    private static String answered(@Nullable CountyDeletion latest) {
        return latest == null ? "" : AnswerForm.chosen(latest.deletion().export());
    }

    private static ArchiveForm stored(@Nullable CountyDeletion latest) {
        return ArchiveForm.of(latest == null ? null : latest.deletion().offer());
    }

    private @Nullable Notice notice(HttpRequest<?> request) {
        var done = request.getParameters().get("erledigt", String.class, "");
        return DONE.contains(done) ? Notice.success(texts.text("deletion.done." + done)) : null;
    }
}
