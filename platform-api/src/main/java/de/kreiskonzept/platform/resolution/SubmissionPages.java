package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.evidence.Parts;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a lead does with a whole paper: its points, sending it, its next edition, more files, deleting a draft. */
@Hidden
@Controller("/{county}/vorlagen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SubmissionPages {
    private final CouncilPapers papers;
    private final Submission submission;
    private final PageFrames frames;
    private final UploadSpace space;
    private final Texts texts;

    SubmissionPages(CouncilPapers papers, Submission submission, PageFrames frames, UploadSpace space, Texts texts) {
        this.papers = papers;
        this.submission = submission;
        this.frames = frames;
        this.space = space;
        this.texts = texts;
    }

    @Get("/beschlussvorschlag")
    ModelAndView<Map<String, Object>> points(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        Whole whole = papers.read(id, null, who);
        return points(request, county, whole, new Points(whole.points(), FormErrors.none()));
    }

    @Post("/beschlussvorschlag")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Points typed = Points.of(fields, texts);
        if (!typed.errors().isEmpty()) {
            return HttpResponse.unprocessableEntity().body(points(request, county, papers.read(id, null, who), typed));
        }
        papers.propose(id, FieldChecks.version(fields), typed.points(), who);
        return ResolutionLinks.see(county, id);
    }

    /** The points as they are typed, and what is wrong with them. */
    private record Points(List<ResolutionPoint> points, FormErrors errors) {
        static Points of(Map<String, ?> fields, Texts texts) {
            var points = new ArrayList<ResolutionPoint>();
            FormErrors errors = FormErrors.none();
            for (int i = 1; i <= ResolutionPoint.MOST; i++) {
                String text = FieldChecks.field(fields, "point" + i);
                FormErrors found = errors.withLimit("point" + i, text, ResolutionPoint.LONGEST, texts);
                if (found.errors().size() > errors.errors().size()) {
                    text = text.replace("\0", "").substring(0, Math.min(text.length(), ResolutionPoint.LONGEST));
                }
                errors = found;
                if (!text.isBlank()) {
                    points.add(new ResolutionPoint(
                            text, FieldChecks.field(fields, "withdrawn" + i).equals("true")));
                }
            }
            return new Points(points, errors);
        }
    }

    private ModelAndView<Map<String, Object>> points(HttpRequest<?> request, String county, Whole whole, Points typed) {
        PageFrame page = frames.of(request, "resolution.points.title").withErrors(typed.errors());
        return new ModelAndView<>(
                "resolution/points",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, whole),
                        "here",
                        ResolutionLinks.paper(county, whole.paper().id()),
                        "whole",
                        whole,
                        "points",
                        typed.points()));
    }

    @Get("/einreichen")
    ModelAndView<Map<String, Object>> askSubmit(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return confirm(request, county, papers.read(id, null, who), new Asked("submit", "einreichen"));
    }

    @Post("/einreichen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> submit(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        submission.submit(id, FieldChecks.version(fields), who);
        return ResolutionLinks.see(county, id);
    }

    @Post("/neue-fassung")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revise(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        papers.revise(id, FieldChecks.version(fields), who);
        return ResolutionLinks.see(county, id);
    }

    @Get("/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return confirm(request, county, papers.read(id, null, who), new Asked("delete", "loeschen"));
    }

    @Post("/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        papers.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(ResolutionLinks.base(county)));
    }

    private record Asked(String what, String path) {}

    private ModelAndView<Map<String, Object>> confirm(HttpRequest<?> request, String county, Whole whole, Asked asked) {
        PageFrame page = frames.of(request, "resolution." + asked.what() + ".title");
        String here = ResolutionLinks.paper(county, whole.paper().id());
        return new ModelAndView<>(
                "resolution/confirm",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, whole),
                        "action",
                        here + "/" + asked.path(),
                        "question",
                        page.t(
                                "resolution." + asked.what() + ".question",
                                whole.paper().title()),
                        "cancel",
                        here,
                        "danger",
                        asked.what().equals("delete"),
                        "version",
                        whole.paper().version()));
    }

    @Get("/anlagen")
    ModelAndView<Map<String, Object>> files(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return files(request, county, papers.read(id, null, who), FormErrors.none());
    }

    @Post("/anlagen")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> attach(HttpRequest<?> request, String county, SignedIn who, UUID id, @Body MultipartBody body) {
        SentFile file = Parts.of(body).file();
        FormErrors errors = file.isNone()
                ? FormErrors.none().with("file", texts.text("resolution.fault.file"))
                : space.errors(file, FormErrors.none(), 0);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(files(request, county, papers.read(id, null, who), errors));
        }
        EvidenceKind kind = EvidenceKind.find(file.content()).orElseThrow();
        String stem = file.name().replaceAll("^.*[/\\\\]|\\.[^.]*$", "");
        String name = FileName.of(
                        List.of(stem.isBlank() ? texts.text("resolution.attachment.own") : stem), kind.suffix())
                .text();
        papers.attach(id, new Attachment.Sent(AttachmentKind.OWN, name, kind.suffix(), file.content()), who);
        return ResolutionLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> files(
            HttpRequest<?> request, String county, Whole whole, FormErrors errors) {
        PageFrame page = frames.of(request, "resolution.attach.title").withErrors(errors);
        return new ModelAndView<>(
                "resolution/attach",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, whole),
                        "here",
                        ResolutionLinks.paper(county, whole.paper().id())));
    }
}
