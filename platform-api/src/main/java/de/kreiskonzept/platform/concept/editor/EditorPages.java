package de.kreiskonzept.platform.concept.editor;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form on the page of a section or measure that says who is to edit it. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.ADMIN, Roles.LEAD})
class EditorPages {
    private final Editors editors;

    EditorPages(Editors editors) {
        this.editors = editors;
    }

    @Post("/abschnitte/{id}/bearbeitung")
    HttpResponse<?> section(String county, SignedIn who, UUID id, @Nullable @Body Map<String, Object> fields) {
        return assign(county, Part.SECTION, id, fields, who);
    }

    @Post("/massnahmen/{id}/bearbeitung")
    HttpResponse<?> measure(String county, SignedIn who, UUID id, @Nullable @Body Map<String, Object> fields) {
        return assign(county, Part.MEASURE, id, fields, who);
    }

    private HttpResponse<?> assign(
            String county, Part part, UUID id, @Nullable Map<String, Object> fields, SignedIn who) {
        editors.assign(part, id, accounts(fields == null ? null : fields.get("konto")), who);
        return HttpResponse.seeOther(URI.create("/%s/konzept/%s/%s#bearbeitung".formatted(county, part.path(), id)));
    }

    private static Set<UUID> accounts(@Nullable Object value) {
        List<?> values = switch (value) {
            case null -> List.of();
            case List<?> many -> many;
            case Object one -> List.of(one);
        };
        try {
            return values.stream()
                    .map(String::valueOf)
                    .filter(text -> !text.isEmpty())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
