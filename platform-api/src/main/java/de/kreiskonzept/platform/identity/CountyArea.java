package de.kreiskonzept.platform.identity;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_SETTING;

import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.identity.openid.OpenIdSettings;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.support.Admission;
import de.kreiskonzept.platform.tenancy.support.SupportStore;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Every county is an area of its own: whoever is signed in to one is a stranger in all others. */
@Singleton
final class CountyArea implements SignInArea {
    private final CurrentWorkspace county;
    private final SupportStore support;
    private final Work work;
    private final OpenIdSettings openId;

    CountyArea(CurrentWorkspace county, SupportStore support, Work work, OpenIdSettings openId) {
        this.county = county;
        this.support = support;
        this.work = work;
        this.openId = openId;
    }

    @Override
    public String audience() {
        return "platform";
    }

    @Override
    public String feature() {
        return "identity";
    }

    @Override
    public Optional<UUID> tenant(HttpRequest<?> request) {
        return county.find().map(Workspace::id);
    }

    @Override
    public String home(HttpRequest<?> request) {
        return county.find()
                .or(() -> CurrentWorkspace.of(request))
                .map(workspace -> "/" + workspace.slug() + "/")
                .orElse("/");
    }

    @Override
    public String signInPath(HttpRequest<?> request) {
        return county.find()
                .map(workspace -> "/" + workspace.slug() + "/anmelden")
                .orElse("/");
    }

    /** A visitor reads as an editor does; what else it may do, {@code identity.support} decides. */
    @Override
    public Optional<SignedIn> findVisitor(HttpRequest<?> request, UUID visit) {
        var admitted = support.findVisit(county.get(), visit).filter(Admission::valid);
        if (admitted.isEmpty()) {
            request.setAttribute(Admission.OVER, true);
            throw Admission.over();
        }
        return admitted.map(Admission::visit)
                .map(is -> new SignedIn(visit, visit, is.names(), Roles.EDITOR, SignedIn.Proof.NONE, is));
    }

    @Override
    public Optional<String> otherWay(HttpRequest<?> request) {
        return county.find().filter(workspace -> openId.isOn()).map(workspace -> signInPath(request) + "/verwaltung");
    }

    @Override
    public Set<String> guardedRoles() {
        return Set.of(Roles.ADMIN);
    }

    @Override
    public Condition guardsEverybody() {
        return DSL.exists(
                DSL.selectOne().from(IDENTITY_SETTING).where(IDENTITY_SETTING.SECOND_FACTOR_FOR_ALL.isTrue()));
    }

    @Override
    public boolean isForAnybody(HttpRequest<?> request) {
        return request.getPath().endsWith("/oeffentlich/barriere");
    }

    @Override
    public boolean isWritable() {
        return county.find().filter(Workspace::isMoving).isEmpty();
    }

    @Override
    public Optional<OffsetDateTime> sessionsSince() {
        return county.find().map(Workspace::sessionsSince);
    }

    @Override
    public <T> T inTransaction(Supplier<T> task) {
        return work.inTransaction(task);
    }

    /** Opens the transaction of a sign-in. */
    @Singleton
    static class Work {
        @InWorkspace(content = false)
        <T> T inTransaction(Supplier<T> task) {
            return task.get();
        }
    }
}
