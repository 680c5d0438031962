package de.kreiskonzept.platform.identity.account;

import de.kreiskonzept.foundation.entrance.CodeSignIn;
import de.kreiskonzept.foundation.entrance.CodeSignIn.CodeForm;
import de.kreiskonzept.foundation.secondfactor.AccountOverview;
import de.kreiskonzept.foundation.secondfactor.BeforeEnrolment;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.secondfactor.OwnAccount;
import de.kreiskonzept.foundation.secondfactor.OwnAccount.EnrolmentForm;
import de.kreiskonzept.foundation.secondfactor.OwnAccount.SwitchOffForm;
import de.kreiskonzept.foundation.secondfactor.StepUp;
import de.kreiskonzept.foundation.secondfactor.StepUp.StepUpForm;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second step of signing in, and what people do with their own account. */
@Hidden
@OfOwnAccount
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnAccountPages {
    private final CodeSignIn codes;
    private final AccountOverview overview;
    private final OwnAccount account;
    private final StepUp stepUp;

    OwnAccountPages(CodeSignIn codes, AccountOverview overview, OwnAccount account, StepUp stepUp) {
        this.codes = codes;
        this.overview = overview;
        this.account = account;
        this.stepUp = stepUp;
    }

    @Get("/anmelden/code")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> code(HttpRequest<?> request, @QueryValue @Nullable String weiter) {
        return codes.page(request, weiter);
    }

    @ChangesNoContent
    @Post("/anmelden/code")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> enter(HttpRequest<?> request, @Body CodeForm form) {
        return codes.enter(request, form);
    }

    @Get("/konto")
    ModelAndView<Map<String, Object>> overview(
            HttpRequest<?> request, SignedIn who, @QueryValue @Nullable String erledigt) {
        return overview.page(request, who, erledigt);
    }

    @ChangesNoContent
    @Post("/konto/geraete/{id}/widerrufen")
    HttpResponse<?> forget(HttpRequest<?> request, SignedIn who, UUID id) {
        return overview.forget(request, who, id);
    }

    @ChangesNoContent
    @Post("/konto/sitzungen/{id}/beenden")
    HttpResponse<?> end(HttpRequest<?> request, SignedIn who, UUID id) {
        return overview.end(request, who, id);
    }

    @ChangesNoContent
    @Post("/konto/sitzungen/beenden")
    HttpResponse<?> endOthers(HttpRequest<?> request, SignedIn who) {
        return overview.endOthers(request, who);
    }

    @Get("/konto/zweiter-faktor")
    @BeforeEnrolment
    @FreshCode
    ModelAndView<Map<String, Object>> enrol(HttpRequest<?> request, SignedIn who) {
        return account.enrol(request, who);
    }

    @ChangesNoContent
    @Post("/konto/zweiter-faktor")
    @BeforeEnrolment
    @FreshCode
    HttpResponse<?> confirmEnrolment(HttpRequest<?> request, SignedIn who, @Body EnrolmentForm form) {
        return account.confirm(request, who, form);
    }

    @ChangesNoContent
    @Post("/konto/wiederherstellungscodes")
    @FreshCode
    ModelAndView<Map<String, Object>> renewRecoveryCodes(HttpRequest<?> request, SignedIn who) {
        return account.renewRecoveryCodes(request, who);
    }

    @Get("/konto/zweiter-faktor/abschalten")
    ModelAndView<Map<String, Object>> switchOff(HttpRequest<?> request, SignedIn who) {
        return account.switchOff(request, who);
    }

    @ChangesNoContent
    @Post("/konto/zweiter-faktor/abschalten")
    HttpResponse<?> switchOff(HttpRequest<?> request, SignedIn who, @Body SwitchOffForm form) {
        return account.switchOff(request, who, form);
    }

    @Get("/konto/bestaetigen")
    ModelAndView<Map<String, Object>> stepUp(HttpRequest<?> request, @QueryValue @Nullable String weiter) {
        return stepUp.page(request, weiter);
    }

    @ChangesNoContent
    @Post("/konto/bestaetigen")
    HttpResponse<?> confirm(HttpRequest<?> request, SignedIn who, @Body StepUpForm form) {
        return stepUp.confirm(request, who, form);
    }
}
