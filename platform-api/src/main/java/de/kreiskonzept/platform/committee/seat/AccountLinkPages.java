package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
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
import java.util.Map;
import java.util.UUID;

/** The form on the page of a person that says which account is hers. */
@Hidden
@Controller("/{county}/gremien/personen/{id}/konto")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class AccountLinkPages {
    private final AccountLinks links;

    AccountLinkPages(AccountLinks links) {
        this.links = links;
    }

    @Post
    HttpResponse<?> tie(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        String typed = FieldChecks.field(fields, "konto");
        UUID account = Inputs.id(typed);
        if (account == null && !typed.isEmpty()) {
            throw Refusal.notFound();
        }
        links.tie(id, account, who);
        return HttpResponse.seeOther(URI.create(CommitteeLinks.base(county) + "/personen/" + id));
    }
}
