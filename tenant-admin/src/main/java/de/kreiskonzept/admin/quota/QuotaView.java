package de.kreiskonzept.admin.quota;

import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How much a county may use. Zero stands for no limit.
 *
 * @param agreed with this county; a field that is null is as for all
 * @param holds what holds for it
 */
@Serdeable
@Schema(name = "TenantQuota")
public record QuotaView(Limits agreed, Limits holds) {
    /** What the interface and the command line show. */
    public static QuotaView of(Agreed agreed) {
        return new QuotaView(Limits.of(agreed.own()), Limits.of(agreed.holds()));
    }

    /**
     * Four limits.
     *
     * @param requests a minute, for each replica
     * @param jobs large pieces of work at the same time
     * @param megabytes of uploaded files
     * @param accounts that may sign in, invited ones too
     */
    @Serdeable
    @Schema(name = "TenantLimits")
    public record Limits(
            @Nullable @Min(0) @Max(Quota.MOST) Integer requests,
            @Nullable @Min(0) @Max(Quota.MOST) Integer jobs,
            @Nullable @Min(0) @Max(Quota.MOST) Integer megabytes,
            @Nullable @Min(0) @Max(Quota.MOST) Integer accounts) {
        static Limits of(OwnQuota own) {
            return new Limits(own.requests(), own.jobs(), own.megabytes(), own.accounts());
        }

        static Limits of(Quota quota) {
            return new Limits(quota.requests(), quota.jobs(), quota.megabytes(), quota.accounts());
        }

        OwnQuota own() {
            return new OwnQuota(requests, jobs, megabytes, accounts);
        }
    }
}
