package pe.minka.registry.agent;

import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.regulation.Admission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Checks an application against each requirement of the ordinance, and asks nothing that the ordinance does not ask. */
final class AdmissionRules {

    private AdmissionRules() {}

    /** Every requirement that is not met, with its article. */
    static List<Unmet> unmet(Application application, Admission rule, LocalDate on) {
        var unmet = new ArrayList<Unmet>();
        document(application, rule, unmet);
        age(application, rule, on, unmet);
        if (application.role() == AgentRole.PRINCIPAL || application.role() == AgentRole.ALTERNATE) {
            organisation(application, rule, on, unmet);
        }
        return unmet;
    }

    /** Papers that a regulation may refuse an application without; only for those who represent somebody. */
    static List<Unmet> papersMissing(Application application, Admission rule) {
        if (application.role() != AgentRole.PRINCIPAL && application.role() != AgentRole.ALTERNATE) {
            return List.of();
        }
        return rule.papers().stream()
                .filter(paper -> !application.papers().contains(paper))
                .map(paper -> new Unmet("/papers", "paper-missing", paper, rule.law()))
                .toList();
    }

    private static void document(Application application, Admission rule, List<Unmet> unmet) {
        IdentityDocument.flawOf(application.documentKind(), application.documentNumber())
                .ifPresent(flaw -> unmet.add(new Unmet(
                        "/documentNumber",
                        flaw.code(),
                        application.documentKind().name(),
                        rule.law())));
        if (!rule.documents().isEmpty()
                && !rule.documents().contains(application.documentKind().name())) {
            unmet.add(new Unmet(
                    "/documentKind", "document-not-accepted", String.join(", ", rule.documents()), rule.law()));
        }
    }

    private static void age(Application application, Admission rule, LocalDate on, List<Unmet> unmet) {
        var birth = application.birthDate();
        if (birth != null && birth.isAfter(on)) {
            unmet.add(new Unmet("/birthDate", "birth-date-ahead", on.toString(), rule.law()));
        } else if (birth != null && ChronoUnit.YEARS.between(birth, on) < rule.minimumAge()) {
            unmet.add(new Unmet("/birthDate", "too-young", String.valueOf(rule.minimumAge()), rule.law()));
        }
    }

    private static void organisation(Application application, Admission rule, LocalDate on, List<Unmet> unmet) {
        var kind = application.organisationKind();
        if (!rule.organisationKinds().isEmpty() && !rule.organisationKinds().contains(kind.name())) {
            unmet.add(new Unmet(
                    "/organisation",
                    "organisation-kind-not-called",
                    String.join(", ", rule.organisationKinds()),
                    rule.law()));
        }
        if (kind == OrganisationKind.UNORGANISED_CITIZENS) {
            unorganised(application, rule, unmet);
            return;
        }
        var founded = application.organisationFoundedOn();
        if (rule.seniorityMonths() > 0
                && (founded == null || ChronoUnit.MONTHS.between(founded, on) < rule.seniorityMonths())) {
            unmet.add(new Unmet(
                    "/organisation", "organisation-too-young", String.valueOf(rule.seniorityMonths()), rule.law()));
        }
    }

    private static void unorganised(Application application, Admission rule, List<Unmet> unmet) {
        var asked = rule.supporters();
        if (!rule.unorganisedAllowed()) {
            unmet.add(new Unmet("/organisation", "unorganised-not-called", "", rule.law()));
            return;
        }
        var needed = asked.needed(application.adults());
        if (needed.isEmpty()) {
            unmet.add(new Unmet("/supporters", "adults-unknown", String.valueOf(asked.percentOfAdults()), asked.law()));
        } else if (application.supporters() < needed.getAsInt()) {
            unmet.add(new Unmet("/supporters", "too-few-supporters", String.valueOf(needed.getAsInt()), asked.law()));
        }
    }
}
