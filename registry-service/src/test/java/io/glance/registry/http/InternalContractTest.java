package io.glance.registry.http;

import static io.glance.registry.testing.Callers.ALICE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.Visibility;
import io.glance.model.registry.ContextHeader;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.model.registry.RegistryUploads.Holder;
import io.glance.model.registry.RegistryUploads.Lease;
import io.glance.model.registry.RegistryUploads.Leases;
import io.glance.registry.testing.Callers;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InternalContractTest {
  private static final String PATH = "/internal/v1/images";

  @Inject SignedContext signer;

  @TestHTTPResource("/")
  URL url;

  @BeforeEach
  void empty() {
    TestDatabase.clean();
  }

  @Test // ADR 0003
  void onlyASignedCallerComesIn() {
    String signed = signer.sign(ALICE);
    given().get(PATH + "/x").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    for (String header : List.of("", "x.y", signed.substring(1), signed + "x")) {
      given().header(ContextHeader.CONTEXT, header).get(PATH + "/x").then().statusCode(401);
    }
    as(ALICE).get(PATH + "/x").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test // ADR 0003: whatever the path looks like, before anything else is judged
  void thePathIsTakenLiterally() {
    for (String way :
        List.of(
            "/internal;x/v1/images/x",
            "/%69nternal/v1/images/x",
            "/images/../internal/v1/images/x",
            "/internal/v1/images/y/%2e%2e/x",
            "//internal/v1/images/x")) {
      given().urlEncodingEnabled(false).get(way).then().statusCode(oneOf(401, 404));
    }
    String id =
        as(ALICE)
            .body(Images.create("n", "project-a", Visibility.SHARED, Map.of(), List.of("a")))
            .post(PATH)
            .path("id");
    as(ALICE).delete(PATH + "/" + id + "/tags/a;b").then().statusCode(404);
    as(ALICE).body(ImageLimits.NONE).put(PATH + "/" + id + "/tags/a;b").then().statusCode(204);
    as(ALICE).get(PATH + "/" + id + ";x").then().statusCode(404);
    as(ALICE).get(PATH + "/" + id).then().body("tags", equalTo(List.of("a", "a;b")));
  }

  @Test // SEC-43: a query that is no URI is no fault of ours
  void oddQueriesAreNoFaults() throws IOException {
    for (String query : List.of("a|b", "{x}", "\"", "\\", "%zz")) {
      assertThat(status(PATH + "/x?name=" + query)).as(query).isEqualTo(401);
      assertThat(status("/images?name=" + query)).as(query).isIn(200, 400);
    }
  }

  private int status(String target) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(20_000);
      String request = "GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readAllBytes();
      return Integer.parseInt(new String(answer, StandardCharsets.UTF_8).substring(9, 12));
    }
  }

  @Test
  void theContractWorksOverHttp() {
    String id =
        as(ALICE)
            .body(
                Images.create(
                    "n\u00e4me", "project-a", Visibility.SHARED, Map.of("a", "b"), List.of("t")))
            .post(PATH)
            .then()
            .statusCode(200)
            .body("status", equalTo("queued"))
            .body("visibility", equalTo("shared"))
            .extract()
            .path("id");
    as(ALICE)
        .body(Images.set(Map.of("c", "d")))
        .patch(PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("properties", equalTo(Map.of("a", "b", "c", "d")))
        .body("name", equalTo("n\u00e4me"));
    as(ALICE).body(Images.all()).post(PATH + "/search").then().body("items", hasSize(1));
    as(ALICE).body(ImageLimits.NONE).put(PATH + "/" + id + "/tags/%2Fx%20y").then().statusCode(204);
    as(ALICE).get(PATH + "/" + id).then().body("tags", equalTo(List.of("t", "/x y")));
    as(ALICE)
        .body(ImageLimits.NONE)
        .post(PATH + "/" + id + "/members/project-b")
        .then()
        .body("status", equalTo("pending"));
    as(Callers.BOB)
        .put(PATH + "/" + id + "/members/project-b/ACCEPTED")
        .then()
        .body("status", equalTo("accepted"));
    int intent =
        as(ALICE)
            .body(new BeginUpload("api-1", null, null, null, -1, 60))
            .post("/internal/v1/uploads/begin/" + id)
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    String uploads = "/internal/v1/uploads/";
    as(ALICE).body(new Leases(List.of("api-1"), 60)).post(uploads + "renew").then().statusCode(204);
    as(ALICE).body(new Lease("api-1", 60)).post(uploads + intent + "/hold").then().statusCode(204);
    as(ALICE).body(new Holder("api-2")).post(uploads + intent + "/abort").then().statusCode(409);
    as(ALICE).body(new Holder("api-1")).post(uploads + intent + "/abort").then().statusCode(204);
    as(ALICE)
        .body(Map.of("delayed", false, "instance", "api-1"))
        .post(PATH + "/" + id + "/delete")
        .then()
        .statusCode(200)
        .body("intents", hasSize(0));
  }

  @Test // SEC-43: nothing of the inside in an answer
  void badBodiesAndPathsAreRefusedPlainly() {
    for (String body : List.of("{", "[]", "\"x\"", "{\"visibility\": \"secret\"}")) {
      String answer = as(ALICE).body(body).post(PATH).then().statusCode(400).extract().asString();
      assertThat(answer).doesNotContain("io.glance", "jackson", "Exception");
    }
    as(ALICE).get("/internal/v1/none").then().statusCode(404);
    as(ALICE).body("{}").put(PATH).then().statusCode(405);
  }

  @Test
  void healthAndMetricsAnswer() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/ready").then().statusCode(200).body("checks", hasSize(1));
    as(ALICE).get(PATH + "/x");
    assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
        .contains("http_server_requests_seconds_count");
  }

  private RequestSpecification as(RequestContext caller) {
    return given()
        .header(ContextHeader.CONTEXT, signer.sign(caller))
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON);
  }
}
