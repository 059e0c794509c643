package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The protocol around the operations. */
final class DynamoDbServerTest {
  private final Store store = Store.open(null, InstantSource.system());
  private final DynamoDbServer server = DynamoDbServer.start(store, 0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
    store.close();
  }

  private HttpResponse<String> post(String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address())
            .timeout(Duration.ofSeconds(10))
            .header("X-Amz-Target", target)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signed(String operation, String body)
      throws IOException, InterruptedException {
    return post("DynamoDB_20120810." + operation, body, "Authorization", "AWS4-HMAC-SHA256 x");
  }

  @Test
  void answersCarryTheirChecksum() throws IOException, InterruptedException {
    HttpResponse<String> answer = signed("ListTables", "{}");
    assertEquals("{\"TableNames\":[]}", answer.body());
    assertEquals(
        "application/x-amz-json-1.0", answer.headers().firstValue("Content-Type").orElse(""));
    CRC32 crc = new CRC32();
    crc.update(answer.body().getBytes(StandardCharsets.UTF_8));
    assertEquals(
        Long.toString(crc.getValue()), answer.headers().firstValue("x-amz-crc32").orElse(""));
    assertTrue(answer.headers().firstValue("x-amzn-RequestId").isPresent());
  }

  @Test
  void faultsOfTheProtocolAreTold() throws IOException, InterruptedException {
    assertEquals(
        "{\"__type\":\"com.amazon.coral.service#MissingAuthenticationTokenException\",\"message\":\"Request"
            + " is missing Authentication Token\"}",
        post("DynamoDB_20120810.ListTables", "{}").body());
    assertTrue(signed("Nonsense", "{}").body().contains("#UnknownOperationException"));
    HttpResponse<String> noJson = signed("ListTables", "{");
    assertEquals(400, noJson.statusCode());
    assertTrue(noJson.body().contains("#SerializationException"), noJson.body());
    assertTrue(signed("ListTables", "[]").body().contains("#SerializationException"));
    assertTrue(
        signed("ListTables", "{\"Limit\":0}")
            .body()
            .contains("\"com.amazon.coral.validate#ValidationException\""));
  }

  @Test
  void theNextServerMayHaveThePortAtOnce() {
    URI address = server.address();
    server.close();
    try (DynamoDbServer next = DynamoDbServer.start(store, address.getPort())) {
      assertEquals(address, next.address());
    }
  }

  @Test
  void callsAreNotDelayedByTheNetwork() throws IOException, InterruptedException {
    long[] nanos = new long[60];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      signed("ListTables", "{}");
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    // Nagle's algorithm against delayed acknowledgements costs 40 ms for every call.
    long median = Duration.ofNanos(nanos[nanos.length / 2]).toMillis();
    assertTrue(median < 30, "a call took " + median + " ms");
  }
}
