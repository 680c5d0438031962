package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds organisations from lines of text, all or none; names that the directory knows already are passed over. */
@Singleton
@InWorkspace
class Several {
    private static final int MOST = 200;
    private static final Pattern KEY = Pattern.compile("(?:([0-9]{8})\\s+)?(.*?)(?:[\\s,(]+([0-9]{8})\\)?)?");

    private final Organisations organisations;
    private final OrganisationStore store;
    private final AuditTrail audit;

    Several(Organisations organisations, OrganisationStore store, AuditTrail audit) {
        this.organisations = organisations;
        this.store = store;
        this.audit = audit;
    }

    FormErrors check(String kind, String names, Texts texts) {
        var errors = FormErrors.none();
        if (OrganisationKind.find(kind).isEmpty()) {
            errors = errors.with("kind", texts.text("directory.fault.kind"));
        }
        List<OrganisationForm> forms = forms(kind, names);
        if (forms.isEmpty() || forms.size() > MOST) {
            return errors.with("names", texts.text("directory.fault.names", MOST));
        }
        for (OrganisationForm form : forms) {
            for (var error : form.check(texts).errors()) {
                return errors.with("names", form.name() + ": " + error.message());
            }
        }
        return errors;
    }

    public void create(String kind, String names, SignedIn who) {
        List<OrganisationForm> unknown =
                forms(kind, names).stream().filter(this::isUnknown).toList();
        if (!unknown.isEmpty()) {
            audit.recordAsOne(
                    new Actor(who.accountId(), who.name()),
                    "organisation.several",
                    kind,
                    "",
                    () -> unknown.stream().filter(this::isUnknown).forEach(form -> organisations.create(form, who)));
        }
    }

    private boolean isUnknown(OrganisationForm form) {
        return store.listByWords(List.of(Spelling.words(form.name()))).isEmpty();
    }

    // A line may begin or end with the official key.
    private static List<OrganisationForm> forms(String kind, String names) {
        return names.lines()
                .map(String::strip)
                .filter(line -> !Spelling.words(line).isEmpty())
                .map(line -> {
                    Matcher parts = KEY.matcher(line);
                    boolean keyed = kind.equals(OrganisationKind.MUNICIPALITY.text()) && parts.matches();
                    String key = !keyed ? "" : parts.group(1) != null ? parts.group(1) : parts.group(3);
                    return new OrganisationForm(
                            kind, keyed ? parts.group(2).strip() : line, "", key == null ? "" : key, "");
                })
                .toList();
    }
}
