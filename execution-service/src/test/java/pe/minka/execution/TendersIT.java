package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static pe.minka.execution.Coyllurqui.officer;

@QuarkusTest
@WithMinkaStack
class TendersIT {

    @Test
    @Tag("ANT-41")
    void sealed_bids_are_unreadable_until_one_act_opens_all_of_them() {
        var project = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("480000.00")
                .approved()
                .project();
        String tender = officer()
                .body("{\"subject\":\"Tubería\",\"closesOn\":\"2016-06-20\"}")
                .post("/v1/projects/" + project + "/tenders")
                .then()
                .statusCode(201)
                .extract()
                .path("tender");
        var first = aKey();
        var second = aKey();
        String firstBid =
                bid(tender, "38400.00", first).statusCode(201).extract().path("bid");
        String secondBid =
                bid(tender, "37999.99", second).statusCode(201).extract().path("bid");

        given().get("/v1/tenders/" + tender)
                .then()
                .statusCode(200)
                .body("state", equalTo("SEALED"))
                .body("bids", hasSize(2))
                .body(not(containsString("38400.00")))
                .body(not(containsString("20131312955")));
        open(tender, "2016-06-19", firstBid, first, secondBid, second).statusCode(422);
        open(tender, "2016-06-21", firstBid, second, secondBid, first)
                .statusCode(422)
                .body("code", equalTo("bid-key-wrong"));
        given().get("/v1/tenders/" + tender).then().body("state", equalTo("SEALED"));

        open(tender, "2016-06-21", firstBid, first, secondBid, second)
                .statusCode(200)
                .body("bids.amount.amount", contains("38400.00", "37999.99"))
                .body("witnesses", contains("JUSTICE_OF_THE_PEACE", "COMMITTEE_PRESIDENT"));

        bid(tender, "1.00", aKey()).statusCode(409).body("code", equalTo("bids-opened"));
        open(tender, "2016-06-21", firstBid, first, secondBid, second).statusCode(409);
    }

    private static ValidatableResponse bid(String tender, String amount, String key) {
        return officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"bidder":"20131312955","amount":{"amount":"%s","currency":"PEN"},"document":"Propuesta",\
                        "key":"%s"}""".formatted(amount, key))
                .post("/v1/tenders/" + tender + "/bids")
                .then();
    }

    private static ValidatableResponse open(
            String tender, String on, String bid, String key, String otherBid, String otherKey) {
        return officer()
                .body("""
                        {"openedOn":"%s","place":"Local comunal","act":"Acta 003",\
                        "witnesses":["JUSTICE_OF_THE_PEACE","COMMITTEE_PRESIDENT"],\
                        "keys":[{"bid":"%s","key":"%s"},{"bid":"%s","key":"%s"}]}""".formatted(on, bid, key, otherBid, otherKey))
                .post("/v1/tenders/" + tender + "/opening")
                .then();
    }

    private static String aKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
