package de.kreiskonzept.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.NavItem;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class NavigationIT {
    private final Router router;

    NavigationIT(PlatformUnderTest platform) {
        router = platform.bean(Router.class);
    }

    /** The class of both pages is for everybody who is signed in, the method of the second one for the lead. */
    @Test
    void offersAReaderNothingThatTheMethodOfAPageKeepsForTheLead() {
        assertThat(router.uriRoutes().map(route -> route.getUriMatchTemplate().toPathString()))
                .contains("/{county}/gremien", "/{county}/gremien/neu");
        var navigation = new Navigation(router, new Texts(), List.of("gremien", "gremien/neu"));
        var reader = new SignedIn(UUID.randomUUID(), UUID.randomUUID(), "Eva Muster", Roles.READER);
        assertThat(navigation.of(HttpRequest.GET("/kreis/"), "/kreis/", reader))
                .extracting(NavItem::href)
                .containsExactly("/kreis/gremien");
    }
}
