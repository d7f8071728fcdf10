package pe.minka.local.command;

import pe.minka.local.LocalStack;
import pe.minka.local.part.Part;

/** What a person wants to know once the stack runs. */
final class Welcome {

    private Welcome() {}

    static void print(LocalStack stack) {
        var addresses = stack.addresses();
        System.out.println();
        for (var service : Part.services()) {
            var address = stack.address(service);
            System.out.printf("  %-14s %-24s %s%n", service.title(), address, address + "/q/swagger-ui");
        }
        System.out.printf(
                "  %-14s %-24s user admin, password in secrets.properties%n", "Keycloak", addresses.keycloak());
        System.out.printf("  %-14s %s%n", "PostgreSQL", stack.address(Part.POSTGRES));
        System.out.printf("  %-14s %s%n", "Kafka", stack.kafkaBootstrapServers());
        System.out.printf(
                """

                Accounts of the demonstration, for this machine only, password "minka":
                  <role>.coyllurqui and <role>.ves (Villa El Salvador), with the role one of
                  registrar facilitator evaluator budget-officer council-secretary execution-officer
                  warehouse-keeper committee-member vigilance-member polling-officer participant entity-admin;
                  and admin.minka (platform), auditor, reader.apurimac (regional reader)

                To try first:
                  open %s
                  TOKEN=$(curl -s %s/protocol/openid-connect/token -d grant_type=password \\
                    -d client_id=%s -d username=registrar.coyllurqui -d password=minka | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -H "Authorization: Bearer $TOKEN" %s/v1/processes

                  ./minka status    ./minka logs registry -f    ./minka down
                """, addresses.transparency(), addresses.issuer(), addresses.demoClient(), addresses.registry());
    }
}
