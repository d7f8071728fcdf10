package pe.minka.registry.agent;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;

import java.util.List;
import java.util.UUID;

/** Holds an application against each requirement of the ordinance, by the same rules as an accreditation. */
@ApplicationScoped
class ApplicationChecks {

    private final People people;
    private final Organisations organisations;
    private final Observations observations;
    private final Supporters supporters;
    private final AccreditAgent accreditAgent;
    private final Applications applications;

    ApplicationChecks(
            People people,
            Organisations organisations,
            Observations observations,
            Supporters supporters,
            AccreditAgent accreditAgent,
            Applications applications) {
        this.people = people;
        this.organisations = organisations;
        this.observations = observations;
        this.supporters = supporters;
        this.accreditAgent = accreditAgent;
        this.applications = applications;
    }

    /** Writes down what lacks, and whether it keeps the application out. */
    void check(CalledProcess process, LodgedApplication application) {
        var check = accreditAgent.check(process, candidate(process, application, null));
        observations.bring(application.id(), check, applications.today());
        application.checked(check.keepsOut().isEmpty());
    }

    /** Who applies, as an accreditation takes it: supporters are those on the list, whatever anybody claims. */
    AccreditAgent.Candidate candidate(
            CalledProcess process, LodgedApplication application, @Nullable RotationOverride override) {
        var person = person(application);
        return new AccreditAgent.Candidate(
                application.role(),
                organisation(process, application.organisation()),
                person.document().kind(),
                person.document().number(),
                person.names(),
                application.sex(),
                person.birthDate(),
                person.contact(),
                application.language(),
                application.zone(),
                application.papers(),
                supporters.count(application.id()),
                application.protectedIdentity(),
                override,
                person.particulars());
    }

    PersonalRecord person(LodgedApplication application) {
        return people.read(application.person())
                .orElseThrow(() -> Problem.conflict("applicant-erased").toException());
    }

    @Nullable
    KnownOrganisation organisation(CalledProcess process, @Nullable UUID id) {
        return id == null
                ? null
                : organisations
                        .known(process.entity(), id)
                        .orElseThrow(() -> Problem.unprocessable("organisation-unknown")
                                .with("organisation", id)
                                .toException());
    }

    /** Whether the ordinance asks the applicant for a list of supporters. */
    boolean asksForSupporters(CalledProcess process, LodgedApplication application) {
        var organisation = organisation(process, application.organisation());
        return process.regulation().admission().supporters().asks()
                && organisation != null
                && organisation.kind() == OrganisationKind.UNORGANISED_CITIZENS;
    }

    /** What still keeps it out. */
    List<Unmet> lacking(LodgedApplication application) {
        return observations.of(List.of(application.id())).getOrDefault(application.id(), List.of()).stream()
                .filter(observation -> observation.open() && observation.keepsOut())
                .map(Observations.Observation::unmet)
                .toList();
    }

    static HttpProblem refused(Problem problem, List<Unmet> unmet) {
        unmet.forEach(one -> problem.error(one.pointer(), one.code(), "expected", one.expected(), "law", one.law()));
        return problem.toException();
    }
}
