package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import de.kreiskonzept.platform.oparl.object.Json;
import de.kreiskonzept.platform.oparl.object.ObjectFilter;
import de.kreiskonzept.platform.oparl.object.OparlType;
import de.kreiskonzept.platform.oparl.object.PublishedStore;
import de.kreiskonzept.platform.publication.Kept;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the county has released of its committees, for programs (OParl 1.1). */
@Hidden
@Controller("/{county}/oparl/v1.1")
@Produces(MediaType.APPLICATION_JSON)
@Secured(SecurityRule.IS_ANONYMOUS)
class OparlApi {
    private final CouncilData data;
    private final Entrance entrance;
    private final Json json;
    private final Texts texts;

    OparlApi(CouncilData data, Entrance entrance, Json json, Texts texts) {
        this.data = data;
        this.entrance = entrance;
        this.json = json;
        this.texts = texts;
    }

    @Get("/system")
    HttpResponse<?> system(HttpRequest<?> request, String county) {
        return answer(request, json.write(entrance.system(data.release())));
    }

    @Get("/body")
    HttpResponse<?> body(HttpRequest<?> request, String county) {
        return answer(request, json.write(entrance.body(data.release())));
    }

    @Get("/bodies")
    HttpResponse<?> bodies(HttpRequest<?> request, String county) {
        ObjectFilter filter = ObjectFilter.of(request.getParameters());
        CouncilRelease release = data.release();
        List<String> found =
                entrance.isAmong(release, filter) ? List.of(json.write(entrance.body(release))) : List.of();
        var paging = filter.paging(entrance.links().bodies(), found.size());
        return answer(request, list(filter.page() == 1 ? found : List.of(), paging));
    }

    @Get("/{list}")
    HttpResponse<?> list(HttpRequest<?> request, String county, String list) {
        OparlType type = OparlType.findByList(list).orElseThrow(Refusal::notFound);
        ObjectFilter filter = ObjectFilter.of(request.getParameters());
        PublishedStore.Part part = data.list(type, filter);
        return answer(
                request, list(part.contents(), filter.paging(entrance.links().list(type), part.total())));
    }

    @Get("/{type}/{id}")
    HttpResponse<?> show(HttpRequest<?> request, String county, String type, String id) {
        OparlType known = OparlType.find(type).orElseThrow(Refusal::notFound);
        UUID key = Optional.ofNullable(Inputs.id(id)).orElseThrow(Refusal::notFound);
        return answer(request, data.get(known, key).content());
    }

    private String list(List<String> objects, Paging paging) {
        var links = new LinkedHashMap<String, Object>();
        links.put("first", paging.href(1));
        if (paging.number() > 1) {
            links.put("prev", paging.href(Math.min(paging.number() - 1, paging.pages())));
        }
        links.put("self", paging.href(paging.number()));
        if (paging.number() < paging.pages()) {
            links.put("next", paging.href(paging.number() + 1));
        }
        links.put("last", paging.href(paging.pages()));
        var around = new LinkedHashMap<String, Object>();
        around.put(
                "pagination",
                Map.of(
                        "totalElements", paging.total(),
                        "elementsPerPage", paging.size(),
                        "currentPage", paging.number(),
                        "totalPages", paging.pages()));
        around.put("links", links);
        return "{\"data\":[" + String.join(",", objects) + "],"
                + json.write(around).substring(1);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, String content) {
        return Kept.answer(request, Kept.tag(content.getBytes(StandardCharsets.UTF_8)), () -> content)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /** A refusal as the standard has it. */
    @Error(exception = Refusal.class)
    HttpResponse<?> refused(Refusal refusal) {
        String sentence = refusal.sentence(texts);
        return HttpResponse.status(refusal.status())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(json.write(
                        Map.of("type", OparlType.SCHEMA + "Error", "message", sentence, "debug", refusal.slug())));
    }
}
