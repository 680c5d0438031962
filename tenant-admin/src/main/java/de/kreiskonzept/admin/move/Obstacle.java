package de.kreiskonzept.admin.move;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** What keeps a county from moving to a data source. */
enum Obstacle {
    /** Its state allows no move. */
    STATE,
    /** The deletion of its data is announced. */
    DELETION,
    /** A migration is under way. */
    MIGRATION,
    /** Its tables are of another version, and nobody has tried to migrate them. */
    VERSION,
    /** A migration has set its workspace aside. */
    SET_ASIDE,
    /** The settings do not name the data source, or it is the one in which the county stands. */
    TARGET_MISSING,
    /** The data source lacks something, or does not answer. */
    TARGET_NOT_READY,
    /** The data source has no room. */
    TARGET_FULL;

    /** Whether it passes by what is done for all counties, so that a move that is planned waits. Any other one ends the move. */
    boolean passes() {
        return switch (this) {
            case MIGRATION, VERSION -> true;
            case STATE, DELETION, SET_ASIDE, TARGET_MISSING, TARGET_NOT_READY, TARGET_FULL -> false;
        };
    }

    /** The answer to whoever wishes such a move: 409 where it is a matter of the county, 422 where it is one of the data source. */
    Refusal refusal(TenantState state) {
        return switch (this) {
            case STATE -> new Refusal(HttpStatus.CONFLICT, "wrong-state", "registry.refused." + state.text());
            case DELETION -> new Refusal(HttpStatus.CONFLICT, "deletion", "deletion.underWay");
            case MIGRATION -> new Refusal(HttpStatus.CONFLICT, "move", "move.migration");
            case VERSION, SET_ASIDE -> new Refusal(HttpStatus.CONFLICT, "move", "move.version");
            case TARGET_MISSING, TARGET_NOT_READY, TARGET_FULL ->
                new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "move.elsewhere");
        };
    }

    /** Word of the trail: the name in lower case with '-'. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the German sentence that says why a move has ended. */
    String reasonKey() {
        return "move.obstacle." + text();
    }
}
