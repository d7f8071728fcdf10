package pe.minka.local.demo;

import pe.minka.local.StackAddresses;

/** The whole process of Coyllurqui, and the formula of Villa El Salvador. */
public final class CoyllurquiDemonstration implements Demonstration {

    @Override
    public void load(StackAddresses stack) {
        var accounts = new Accounts(stack.keycloak(), stack.enrolmentSecret());
        var cycle = new CoyllurquiCycle(new PublicApi(stack::of, accounts), accounts, 2017);
        cycle.preparation().play();
        var concertation = cycle.concertation();
        concertation.play();
        cycle.formalisation().play(concertation.round());
        cycle.works().play(concertation.vigilanceCommittee());
        new VillaElSalvador(cycle.api()).play();
    }
}
