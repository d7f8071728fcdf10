package pe.minka.allocation.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.AgreementRow.YearColumns;
import pe.minka.allocation.agreement.AgreementsActSigned.Scheduled;
import pe.minka.allocation.agreement.AgreementsActSigned.SignedAgreement;
import pe.minka.allocation.distribution.Distributions;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.portfolio.Entry;
import pe.minka.allocation.portfolio.MadePortfolio;
import pe.minka.allocation.portfolio.PortfolioApprovals;
import pe.minka.allocation.portfolio.Portfolios;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.selection.MadeSelection;
import pe.minka.allocation.selection.ProjectOutcome;
import pe.minka.allocation.selection.Selections;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Agents and authorities sign what was agreed; the money of each agreement is reserved in the same moment. */
@ApplicationScoped
class SignAgreementsAct {

    private final Processes processes;
    private final Portfolios portfolios;
    private final PortfolioApprovals portfolioApprovals;
    private final Selections selections;
    private final Envelopes envelopes;
    private final Distributions distributions;
    private final AgreementsActs acts;
    private final Agreements agreements;
    private final Documents documents;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    SignAgreementsAct(
            Processes processes,
            Portfolios portfolios,
            PortfolioApprovals portfolioApprovals,
            Selections selections,
            Envelopes envelopes,
            Distributions distributions,
            AgreementsActs acts,
            Agreements agreements,
            Documents documents,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.portfolios = portfolios;
        this.portfolioApprovals = portfolioApprovals;
        this.selections = selections;
        this.envelopes = envelopes;
        this.distributions = distributions;
        this.acts = acts;
        this.agreements = agreements;
        this.documents = documents;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How many signed for one kind of organisation. */
    record Signatories(String kind, int count) {}

    /** What is signed. No names: who signed is kept with the paper. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SealedAct(
            UUID act,
            ProcessId process,
            String processName,
            String entity,
            String regulation,
            int regulationVersion,
            UUID envelope,
            UUID selection,
            UUID portfolio,
            LocalDate signedOn,
            List<Signatories> signatories,
            String attestedBy,
            @Nullable List<String> commitments,
            @Nullable List<String> zones,
            Soles total,
            List<SignedAgreement> agreements) {}

    /**
     * @param commitments what each side promises beside the projects, as read out */
    record Signing(
            UUID portfolio,
            LocalDate signedOn,
            List<Signatories> signatories,
            String attestedBy,
            @Nullable List<String> commitments,
            @Nullable List<String> zones) {}

    @Transactional
    ActRow sign(ProcessId process, Signing signing) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        var portfolio = portfolios.requireOf(process, signing.portfolio());
        portfolioApprovals.refuseUnapproved(called, portfolio.id());
        var selection = selections.requireOf(process, portfolio.selection());
        envelopes.lock(selection.envelope());
        if (acts.count("portfolio", portfolio.id()) > 0) {
            throw Problem.conflict("portfolio-already-signed")
                    .with("portfolio", portfolio.id())
                    .toException();
        }
        refuseAbsentZones(selection, Objects.requireNonNullElse(signing.zones(), List.of()));
        reserve(selection);
        var act = act(called, signing, portfolio, selection);
        var signed = selection.selected().stream()
                .map(project -> agree(act, project, portfolio))
                .toList();
        seal(act, called, signing, selection, signed);
        acts.persist(act);
        signed.forEach(agreements::persist);
        outbox.append(event(act, signed));
        return act;
    }

    /** Where an envelope was shared out among zones, none is left out when it is agreed on. */
    private void refuseAbsentZones(MadeSelection selection, List<String> represented) {
        var absent = distributions.zones(selection.envelope()).stream()
                .filter(zone -> !represented.contains(zone))
                .sorted()
                .toList();
        if (!absent.isEmpty()) {
            throw Problem.unprocessable("zones-not-represented")
                    .with("absent", String.join(", ", absent))
                    .toException();
        }
    }

    private void reserve(MadeSelection selection) {
        var total = total(selection);
        if (total.equals(Soles.ZERO)) {
            throw Problem.unprocessable("nothing-to-agree").toException();
        }
        if (!envelopes.reserve(selection.envelope(), total)) {
            var envelope = envelopes.require(selection.envelope());
            throw Problem.conflict("envelope-overdrawn")
                    .with("asked", total)
                    .with("available", envelope.available())
                    .toException();
        }
    }

    private static Soles total(MadeSelection selection) {
        return selection.selected().stream().map(ProjectOutcome::amount).reduce(Soles.ZERO, Soles::plus);
    }

    private ActRow act(CalledProcess called, Signing signing, MadePortfolio portfolio, MadeSelection selection) {
        var act = new ActRow();
        act.id = UUID.randomUUID();
        act.process = called.id();
        act.entity = called.entity();
        act.envelope = selection.envelope();
        act.portfolio = portfolio.id();
        act.signedOn = signing.signedOn();
        act.signatories =
                signing.signatories().stream().mapToInt(Signatories::count).sum();
        act.attestedBy = signing.attestedBy();
        act.signedAt = clock.instant();
        return act;
    }

    private void seal(
            ActRow act, CalledProcess called, Signing signing, MadeSelection selection, List<AgreementRow> signed) {
        var sealed = CanonicalDocument.of(documents.tree(new SealedAct(
                act.id,
                act.process,
                called.name(),
                called.entity().value(),
                called.regulation().identifier(),
                called.regulation().version(),
                act.envelope,
                selection.id(),
                act.portfolio,
                act.signedOn,
                signing.signatories(),
                act.attestedBy,
                signing.commitments(),
                signing.zones(),
                total(selection),
                signed.stream().map(SignAgreementsAct::signed).toList())));
        act.document = sealed.text();
        act.sha256 = sealed.sha256();
    }

    private static AgreementRow agree(ActRow act, ProjectOutcome project, MadePortfolio portfolio) {
        var agreement = new AgreementRow();
        agreement.id = UUID.randomUUID();
        agreement.act = act.id;
        agreement.process = act.process;
        agreement.entity = act.entity;
        agreement.envelope = act.envelope;
        agreement.proposal = project.proposal();
        agreement.title = project.title();
        agreement.votes = project.votes();
        agreement.objective = project.objective();
        agreement.zone = project.zone();
        agreement.uniqueInvestmentCode = project.uniqueInvestmentCode();
        agreement.agreedAmount = project.amount();
        agreement.amount = project.amount();
        portfolio.entries().stream()
                .filter(entry -> entry.proposal().equals(project.proposal()))
                .collect(Collectors.groupingBy(
                        Entry::year,
                        java.util.TreeMap::new,
                        Collectors.reducing(Soles.ZERO, Entry::amount, Soles::plus)))
                .forEach((year, amount) -> agreement.schedule.add(new YearColumns(year, amount)));
        return agreement;
    }

    private static AgreementsActSigned event(ActRow act, List<AgreementRow> signed) {
        return new AgreementsActSigned(
                act.process,
                act.entity,
                act.id,
                act.envelope,
                act.portfolio,
                act.signedOn,
                act.signatories,
                act.attestedBy,
                act.sha256,
                signed.stream().map(SignAgreementsAct::signed).toList());
    }

    private static SignedAgreement signed(AgreementRow agreement) {
        return new SignedAgreement(
                agreement.id,
                agreement.proposal,
                agreement.title,
                agreement.agreedAmount,
                agreement.votes,
                agreement.objective,
                agreement.zone,
                agreement.uniqueInvestmentCode,
                agreement.schedule.stream()
                        .map(year -> new Scheduled(year.year(), year.amount()))
                        .toList());
    }
}
