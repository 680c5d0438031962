package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.web.Edge;
import de.kreiskonzept.foundation.web.EdgeContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class EdgeIT extends EdgeContract {
    private final ConsoleUnderTest console;

    EdgeIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Override
    protected Edge edge() {
        return of(console);
    }

    /** The console with an operator. */
    static Edge of(ConsoleUnderTest console) {
        var token = console.token("operator");
        var ags = console.county().ags().text();
        return new Edge(
                console.url(),
                "/",
                "kk_console=" + token,
                token,
                "/registrieren",
                "ags=" + ags + "&email=eva@kreis.example&agreement=true&contactName=%s",
                "kk_console=" + token,
                List.of("/uebernahme"),
                "/api/v1/tenants",
                "{\"ags\":\"" + ags + "\",\"email\":\"uwe@kreis.example\",\"contactName\":\"%s\"}",
                "/api/v1/audit",
                "registry");
    }
}
