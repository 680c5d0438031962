package de.kreiskonzept.platform.concept.structure;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.structure.Level;
import de.kreiskonzept.model.structure.Numbering;
import de.kreiskonzept.model.structure.Part;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Rule;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.ProfileStore.Stored;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the levels of a version are called, for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProfileApi {
    private final Structuring structuring;

    ProfileApi(Structuring structuring) {
        this.structuring = structuring;
    }

    /**
     * What stands on a level.
     *
     * @param part field_of_action, cross_cutting_theme, other, overall_goal, sub_goal, goal or measure
     * @param numbering free, plain (1), dotted (1.1) or lettered (1a)
     * @param texts names of the text blocks that are proposed
     */
    @Serdeable
    @Schema(name = "PartName")
    record NameView(
            @Nullable String part,

            @Schema(minLength = 1, maxLength = PartName.LONGEST) @Nullable
            String singular,

            @Schema(minLength = 1, maxLength = PartName.LONGEST) @Nullable
            String plural,

            @Nullable String numbering,
            @Nullable List<String> texts) {
        static NameView of(PartName name) {
            return new NameView(
                    name.part().text(),
                    name.singular(),
                    name.plural(),
                    name.numbering().text(),
                    name.texts());
        }

        PartName name() {
            return new PartName(
                    Part.of(Answers.text(part, "")),
                    Answers.text(singular, ""),
                    Answers.text(plural, ""),
                    Numbering.of(Answers.text(numbering, "")),
                    Objects.requireNonNullElse(texts, List.of()));
        }
    }

    /** A level. */
    @Serdeable
    @Schema(name = "Level")
    record LevelView(@Nullable List<NameView> names) {
        static LevelView of(Level level) {
            return new LevelView(level.names().stream().map(NameView::of).toList());
        }

        Level level() {
            return new Level(Objects.requireNonNullElse(names, List.<NameView>of()).stream()
                    .map(NameView::name)
                    .toList());
        }
    }

    /**
     * The profile as programs read it.
     *
     * @param template konstanz, boeblingen or framework; own without a template, usual where none was chosen
     * @param levels 2 to 5, from the top down
     * @param rules those that are on: overall_goal, measure, responsible
     */
    @Serdeable
    @Schema(name = "Profile")
    record ProfileView(String template, List<LevelView> levels, List<String> rules, long version) {
        static ProfileView of(Stored stored) {
            Profile profile = stored.profile();
            return new ProfileView(
                    profile.template(),
                    profile.levels().stream().map(LevelView::of).toList(),
                    profile.rules().stream().map(Rule::text).sorted().toList(),
                    stored.version());
        }
    }

    /** What programs send: all levels and all rules that are on. */
    @Serdeable
    @Schema(name = "ProfileInput")
    record ProfileInput(
            @Nullable String template,
            @Nullable List<LevelView> levels,
            @Nullable List<String> rules) {
        Profile profile(Profile before) {
            List<LevelView> given = Objects.requireNonNullElse(levels, List.of());
            List<String> on = Objects.requireNonNullElse(rules, List.of());
            Profile from = template == null ? before : Templates.get(template);
            return from.with(
                    given.stream().map(LevelView::level).toList(),
                    on.stream().map(Rule::of).collect(Collectors.toSet()));
        }
    }

    @Get("/profiles")
    @Operation(summary = "Vorlagen, aus denen ein Landkreis wählt")
    @Operations.Listing
    HttpResponse<List<ProfileView>> listProfiles(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request,
                Templates.list().stream()
                        .map(template -> ProfileView.of(new Stored(template.profile(), 0)))
                        .toList());
    }

    @Get("/versions/{id}/profile")
    @Operation(summary = "Namen, Nummern und Regeln der Ebenen einer Fassung")
    @Operations.Reading
    HttpResponse<ProfileView> getProfile(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(ProfileView.of(structuring.get(id)), ProfileView::version);
    }

    @Put("/versions/{id}/profile")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Namen, Nummern und Regeln der Ebenen ändern",
            description = "Der Inhalt der Fassung bleibt, wie er ist.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<ProfileView> changeProfile(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ProfileInput input) {
        long version = Versions.required(headers);
        return Answers.one(ProfileView.of(structuring.change(id, version, input::profile, who)), ProfileView::version);
    }
}
