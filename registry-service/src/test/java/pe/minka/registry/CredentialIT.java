package pe.minka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import javax.imageio.ImageIO;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** A door without connection: it has the published keys, the list of revocations, and what the camera read. */
@QuarkusTest
@WithMinkaStack
class CredentialIT {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300311");
    }

    @Test
    void a_card_is_believed_by_its_signature_alone_and_an_altered_one_is_not() throws Exception {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var community = town.organisation(process, "Comunidad de la Tarjeta", "PEASANT_COMMUNITY");
        var accredited =
                town.accredit(process, community, Town.document(), "FEMALE").extract();
        String agent = accredited.path("agent");
        var path = "/v1/processes/" + process + "/agents/" + agent + "/credential";

        var scanned = scan(town.registrar()
                .get(path + "/png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray());
        var keys = keys();
        var card = verified(scanned, keys);

        assertThat(uuid(card.path("sub").asText())).isEqualTo(UUID.fromString(agent));
        assertThat(uuid(card.path("prc").asText())).isEqualTo(UUID.fromString(process));
        assertThat(card.path("vot").asBoolean()).isTrue();
        assertThat(card.path("crd").asText())
                .isEqualTo(accredited.<String>path("credential").replace("-", ""));
        assertThat(card.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("iss", "prc", "sub", "rol", "vot", "crd", "iat");
        var forged = scanned.split("\\.")[0]
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new String(BASE64.decode(scanned.split("\\.")[1]), StandardCharsets.UTF_8)
                                .replace("PRINCIPAL", "TECHNICAL_TEAM")
                                .getBytes(StandardCharsets.UTF_8))
                + "." + scanned.split("\\.")[2];
        assertThat(signatureHolds(forged, keys)).isFalse();
        town.registrar().get(path + "/svg").then().statusCode(200).body(containsString("<svg"));
    }

    @Test
    void an_ended_accreditation_is_on_the_list_and_a_retired_key_still_verifies() throws Exception {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2032);
        var community = town.organisation(process, "Comunidad de la Tarjeta Vieja", "PEASANT_COMMUNITY");
        String goes = town.accredit(process, community, Town.document(), "MALE")
                .extract()
                .path("agent");
        String stays = town.accredit(process, community, Town.document(), "MALE")
                .extract()
                .path("agent");
        var path = "/v1/processes/" + process + "/agents/";
        String old = town.registrar().get(path + goes + "/credential").path("token");

        town.counted()
                .body(Map.of("because", "RESIGNED"))
                .post(path + goes + "/revocation")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.as("entity-admin").entity(town.entity()).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/entities/" + town.entity() + "/credential-keys/rotation")
                .then()
                .statusCode(201)
                .body("keys[1].retiredAt", notNullValue());

        var keys = keys();
        assertThat(uuid(verified(old, keys).path("sub").asText())).isEqualTo(UUID.fromString(goes));
        String list = given().get("/v1/processes/" + process + "/credential-revocations")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(1))
                .extract()
                .path("token");
        var revoked = BASE64.decode(verified(list, keys).path("rev").asText());
        assertThat(revoked).hasSize(8);
        assertThat(ByteBuffer.wrap(revoked).getLong())
                .isEqualTo(UUID.fromString(goes).getMostSignificantBits())
                .isNotEqualTo(UUID.fromString(stays).getMostSignificantBits());

        town.registrar().get(path + goes + "/credential").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.as("participant").agent(stays).token())
                .get(path + stays + "/credential")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.as("participant").agent(UUID.randomUUID()).token())
                .get(path + stays + "/credential")
                .then()
                .statusCode(404);
    }

    @Test
    void of_a_person_who_was_erased_the_card_still_verifies_and_the_signed_list_still_names_the_agent()
            throws Exception {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2033);
        var community = town.organisation(process, "Comunidad de la Tarjeta Olvidada", "PEASANT_COMMUNITY");
        String agent = town.accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        var path = "/v1/processes/" + process + "/agents/" + agent;
        String card = town.registrar().get(path + "/credential").path("token");
        town.counted()
                .body(Map.of("because", "RESIGNED"))
                .post(path + "/revocation")
                .then()
                .statusCode(200);
        town.counted().post(path + "/personal-data/erasure").then().statusCode(200);

        assertThat(uuid(verified(card, keys()).path("sub").asText())).isEqualTo(UUID.fromString(agent));
        String list = given().get("/v1/processes/" + process + "/credential-revocations")
                .path("token");
        assertThat(ByteBuffer.wrap(
                                BASE64.decode(verified(list, keys()).path("rev").asText()))
                        .getLong())
                .isEqualTo(UUID.fromString(agent).getMostSignificantBits());
    }

    private JsonNode keys() {
        return Town.tree(given().get("/v1/entities/" + town.entity() + "/credential-keys")
                .then()
                .statusCode(200)
                .body("keys.kty", org.hamcrest.Matchers.everyItem(equalTo("OKP")))
                .extract()
                .asString());
    }

    /**
     * The picture is a drawing of one code and not a photograph, and the reader is told so: searching it for a code in
     * perspective, it misses two or three of a hundred; and for codes of any kind, it finds bars that are none.
     */
    private static String scan(byte[] png) throws IOException, ReaderException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static JsonNode verified(String token, JsonNode keys) throws GeneralSecurityException {
        assertThat(signatureHolds(token, keys)).isTrue();
        return Town.tree(new String(BASE64.decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static boolean signatureHolds(String token, JsonNode keys) throws GeneralSecurityException {
        var parts = token.split("\\.");
        var header = Town.tree(new String(BASE64.decode(parts[0]), StandardCharsets.UTF_8));
        assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(header.path("kid").asText())) {
                var signature = Signature.getInstance("Ed25519");
                signature.initVerify(publicKey(BASE64.decode(key.path("x").asText())));
                signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
                return signature.verify(BASE64.decode(parts[2]));
            }
        }
        return false;
    }

    /** RFC 8032: little-endian, the highest bit is the sign of x. */
    private static PublicKey publicKey(byte[] littleEndian) throws GeneralSecurityException {
        boolean odd = (littleEndian[31] & 0x80) != 0;
        littleEndian[31] &= 0x7f;
        var bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = littleEndian[31 - i];
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
    }

    private static UUID uuid(String compact) {
        var bytes = ByteBuffer.wrap(BASE64.decode(compact));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
