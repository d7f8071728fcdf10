package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.Peru;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.regulation.Admission;
import pe.minka.registry.regulation.SeatRotation;
import pe.minka.registry.storage.WriteBehind;
import pe.minka.registry.territory.PublishedFigures;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Accredits one agent: checks each requirement of the ordinance, and lets the constraints of the roll decide. */
@ApplicationScoped
class AccreditAgent {

    private final People people;
    private final Agents agents;
    private final Rolls rolls;
    private final Organisations organisations;
    private final Rotations rotations;
    private final Sanctions sanctions;
    private final PublishedFigures figures;
    private final WriteBehind later;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccreditAgent(
            People people,
            Agents agents,
            Rolls rolls,
            Organisations organisations,
            Rotations rotations,
            Sanctions sanctions,
            PublishedFigures figures,
            WriteBehind later,
            Clock clock) {
        this.people = people;
        this.agents = agents;
        this.rolls = rolls;
        this.organisations = organisations;
        this.rotations = rotations;
        this.sanctions = sanctions;
        this.figures = figures;
        this.later = later;
        this.clock = clock;
    }

    /** Someone who is to be an agent. Holds personal data: never printed, logged or sent. */
    record Candidate(
            AgentRole role,
            @Nullable KnownOrganisation organisation,
            IdentityDocument.Kind documentKind,
            String documentNumber,
            String names,
            Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable String contact,
            String language,
            @Nullable String zone,
            Set<String> papers,
            int supporters,
            boolean protectedIdentity,
            @Nullable RotationOverride rotationOverride,
            Particulars particulars) {

        /** One of whom nothing is told beside what every ordinance asks. */
        Candidate(
                AgentRole role,
                @Nullable KnownOrganisation organisation,
                IdentityDocument.Kind documentKind,
                String documentNumber,
                String names,
                Sex sex,
                @Nullable LocalDate birthDate,
                @Nullable String contact,
                String language,
                @Nullable String zone,
                Set<String> papers,
                int supporters,
                boolean protectedIdentity,
                @Nullable RotationOverride rotationOverride) {
            this(
                    role,
                    organisation,
                    documentKind,
                    documentNumber,
                    names,
                    sex,
                    birthDate,
                    contact,
                    language,
                    zone,
                    papers,
                    supporters,
                    protectedIdentity,
                    rotationOverride,
                    Particulars.NONE);
        }

        /** One who claims no exception to the rotation of seats. */
        Candidate(
                AgentRole role,
                @Nullable KnownOrganisation organisation,
                IdentityDocument.Kind documentKind,
                String documentNumber,
                String names,
                Sex sex,
                @Nullable LocalDate birthDate,
                @Nullable String contact,
                String language,
                @Nullable String zone,
                Set<String> papers,
                int supporters,
                boolean protectedIdentity) {
            this(
                    role,
                    organisation,
                    documentKind,
                    documentNumber,
                    names,
                    sex,
                    birthDate,
                    contact,
                    language,
                    zone,
                    papers,
                    supporters,
                    protectedIdentity,
                    null);
        }

        Candidate representing(KnownOrganisation other) {
            return new Candidate(
                    role,
                    other,
                    documentKind,
                    documentNumber,
                    names,
                    sex,
                    birthDate,
                    contact,
                    language,
                    zone,
                    papers,
                    supporters,
                    protectedIdentity,
                    rotationOverride,
                    particulars);
        }

        @Override
        public String toString() {
            return "candidate as " + role;
        }
    }

    /** What came of an application. A refusal is an answer: nothing was written. */
    sealed interface Outcome {

        record Accredited(AgentAccredited agent, Credential credential) implements Outcome {}

        record Refused(List<Unmet> unmet) implements Outcome {}
    }

    /**
     * How a candidate stands to the ordinance.
     *
     * @param keepsOut requirements that are not met
     * @param observed what is lacking and keeps nobody out
     */
    record Check(List<Unmet> keepsOut, List<Unmet> observed) {}

    /** @param process held against changes as a whole while this transaction lasts */
    Outcome accredit(CalledProcess process, Candidate candidate, String account) {
        var supporters = process.regulation().admission().supporters();
        if (supporters.listed() && supporters.asks() && isUnorganised(candidate)) {
            return new Outcome.Refused(
                    List.of(new Unmet("/supporters", "supporters-not-listed", "", supporters.law())));
        }
        return accreditApplicant(process, candidate, account);
    }

    /** The same for one whose application is on record, with the supporters that its list counts. */
    Outcome accreditApplicant(CalledProcess process, Candidate candidate, String account) {
        if (rolls.published(process.id()).isPresent()) {
            return new Outcome.Refused(List.of(new Unmet("", "roll-is-published", "", "")));
        }
        return admit(process, candidate, account);
    }

    /** Asks each requirement of the ordinance and writes nothing. */
    Check check(CalledProcess process, Candidate candidate) {
        var admission = process.regulation().admission();
        var application = application(process, candidate);
        var keepsOut = new ArrayList<>(AdmissionRules.unmet(application, admission, Peru.today(clock)));
        var papers = AdmissionRules.papersMissing(application, admission);
        boolean refuses = process.regulation().refusesWithoutPapers();
        if (refuses) {
            keepsOut.addAll(papers);
        }
        keepsOut.addAll(organisationRules(process, candidate, admission));
        return new Check(keepsOut, refuses ? List.of() : papers);
    }

    /** The same for a replacement, which the publication of the roll does not stand against. */
    Outcome admit(CalledProcess process, Candidate candidate, String account) {
        var admission = process.regulation().admission();
        var today = Peru.today(clock);
        var unmet = new ArrayList<>(check(process, candidate).keepsOut());
        var document = IdentityDocument.of(candidate.documentKind(), candidate.documentNumber());
        List<SeatRotation> broken = List.of();
        if (unmet.isEmpty()) {
            var known = people.known(process.entity(), document);
            var law = known.flatMap(person -> disqualified(process, person));
            if (known.filter(person -> agents.accredited(process.id(), person)).isPresent()) {
                unmet.add(new Unmet("/documentNumber", "agent-twice", "", ""));
            } else if (law.isPresent()) {
                unmet.add(new Unmet("/documentNumber", "agent-disqualified", "", law.get()));
            } else if (known.isPresent()) {
                broken = rotations.broken(process, candidate, known.get());
                unmet.addAll(Rotations.unmet(broken, candidate));
            }
        }
        if (!unmet.isEmpty()) {
            return new Outcome.Refused(unmet);
        }
        var person = people.remember(
                process.entity(),
                new PersonalRecord(
                        document,
                        candidate.names(),
                        candidate.birthDate(),
                        candidate.contact(),
                        candidate.particulars().only(admission.particulars())));
        var credential = Credential.random(random);
        var agent = agent(process, candidate, people.pseudonym(process.id(), person), credential, today);
        boolean soleVote = process.regulation().participation().oneVotePerOrganisation();
        if (!agents.add(
                agent,
                person,
                credential,
                new Agents.Terms(soleVote, candidate.protectedIdentity(), clock.instant(), account))) {
            return new Outcome.Refused(List.of(
                    agents.accredited(process.id(), person)
                            ? new Unmet("/documentNumber", "agent-twice", "", "")
                            : new Unmet(
                                    "/organisation",
                                    "organisation-has-its-agent",
                                    "1",
                                    process.regulation().participation().law())));
        }
        if (candidate.rotationOverride() != null) {
            later.settleAll();
            rotations.note(process.id(), agent.agent(), broken, candidate.rotationOverride(), account);
        }
        later.append(agent);
        return new Outcome.Accredited(agent, credential);
    }

    private static boolean isUnorganised(Candidate candidate) {
        var organisation = candidate.organisation();
        return organisation != null && organisation.kind() == OrganisationKind.UNORGANISED_CITIZENS;
    }

    private Application application(CalledProcess process, Candidate candidate) {
        var organisation = Optional.ofNullable(candidate.organisation());
        return new Application(
                candidate.role(),
                candidate.documentKind(),
                candidate.documentNumber(),
                candidate.birthDate(),
                organisation.map(KnownOrganisation::kind).orElse(OrganisationKind.OTHER),
                organisation.map(KnownOrganisation::foundedOn).orElse(null),
                candidate.papers(),
                candidate.supporters(),
                isUnorganised(candidate) ? adults(process) : null);
    }

    /** Adults of the territory by the newest published figures; null where they need not be known, or are not. */
    private @Nullable BigDecimal adults(CalledProcess process) {
        return process.regulation().admission().supporters().asksForAdults()
                ? figures.newest(process.entity(), process.territory().value(), "ADULTS")
                        .orElse(null)
                : null;
    }

    /** How many supporters the ordinance asks of citizens without organisation; empty where the adults are not known. */
    OptionalInt supportersNeeded(CalledProcess process) {
        return process.regulation().admission().supporters().needed(adults(process));
    }

    /** By which article a person is kept out of the process by a sanction, where there is one. */
    private Optional<String> disqualified(CalledProcess process, UUID person) {
        return process.regulation().sanctions().foreseen()
                ? sanctions.keepsOut(process.id(), person)
                : Optional.empty();
    }

    /** Nobody comes in for an organisation that a sanction keeps out; none is added while the process is held. */
    private Optional<Unmet> disqualified(CalledProcess process, KnownOrganisation organisation) {
        return process.regulation().sanctions().foreseen()
                ? later
                        .once(List.of("disqualified", process.id()), () -> sanctions.organisations(process.id()))
                        .stream()
                        .filter(out -> out.organisation().equals(organisation.id()))
                        .map(out -> new Unmet("/organisation", "organisation-disqualified", "", out.law()))
                        .findFirst()
                : Optional.empty();
    }

    private List<Unmet> organisationRules(CalledProcess process, Candidate candidate, Admission admission) {
        boolean represents = candidate.role() == AgentRole.PRINCIPAL || candidate.role() == AgentRole.ALTERNATE;
        var organisation = candidate.organisation();
        if (organisation == null) {
            return represents
                    ? List.of(new Unmet("/organisation", "organisation-missing", "", admission.law()))
                    : List.of();
        }
        var out = disqualified(process, organisation);
        if (out.isPresent()) {
            return List.of(out.get());
        }
        if (candidate.role() == AgentRole.ALTERNATE) {
            return alternates(process, organisation, admission);
        }
        if (candidate.role() != AgentRole.PRINCIPAL) {
            return List.of();
        }
        return Delegation.ceilings(admission).isEmpty()
                ? List.of()
                : delegation(process, candidate, organisation, admission);
    }

    /** Held by the organisation's row, so that two registrars do not both let the last one in. */
    private List<Unmet> alternates(CalledProcess process, KnownOrganisation organisation, Admission admission) {
        var most = admission.alternatesPerOrganisation();
        if (most == null) {
            return List.of();
        }
        later.settle(organisation.id());
        organisations.lock(organisation.id());
        return agents.alternates(process.id(), organisation.id()) < most
                ? List.of()
                : List.of(new Unmet(
                        "/organisation", "organisation-has-its-alternates", most.toString(), admission.law()));
    }

    private List<Unmet> delegation(
            CalledProcess process, Candidate candidate, KnownOrganisation organisation, Admission admission) {
        if (later.isNew(organisation.id()) && later.isFree(organisation.id())) {
            return Delegation.full(Map.of(), candidate.sex(), admission);
        }
        later.settle(organisation.id());
        organisations.lock(organisation.id());
        return Delegation.full(agents.delegation(process.id(), organisation.id()), candidate.sex(), admission);
    }

    private static AgentAccredited agent(
            CalledProcess process,
            Candidate candidate,
            String personPseudonym,
            Credential credential,
            LocalDate today) {
        var participation = process.regulation().participation();
        var organisation = candidate.organisation();
        var birth = candidate.birthDate();
        return new AgentAccredited(
                process.id(),
                process.entity(),
                AgentId.random(),
                organisation == null ? null : organisation.id(),
                organisation == null ? null : organisation.kind(),
                candidate.role(),
                candidate.sex(),
                (birth == null ? AgeBand.UNKNOWN : AgeBand.of(birth, today)).label(),
                candidate.language().toLowerCase(Locale.ROOT),
                candidate.zone() != null || organisation == null ? candidate.zone() : organisation.zone(),
                candidate.role().hasVoice(participation),
                candidate.role().hasVote(participation),
                personPseudonym,
                credentialSha256(process.id().value(), credential));
    }

    /** How a credential is recognised by services that do not keep it. */
    static String credentialSha256(UUID process, Credential credential) {
        return Hashes.sha256Hex(process + ":" + credential.code());
    }
}
