package dev.frontdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses of a folder's sandbox, in the folder. They outlive its run, so that the next one
 * has them again.
 */
final class SandboxRecord {
  private static final String FILE = "sandbox.json";
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private SandboxRecord() {}

  static void write(Path folder, SandboxAddresses addresses) {
    AtomicFiles.write(folder.resolve(FILE), addresses.json() + "\n");
  }

  /** Empty where no sandbox ran yet, or one that wrote it otherwise. */
  static Optional<SandboxAddresses> read(Path folder) {
    var file = folder.resolve(FILE);
    try {
      return Optional.of(addresses(JSON.readTree(Files.readString(file))));
    } catch (NoSuchFileException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * By hand: what Jackson finds out about a record takes longer than all the rest of the start.
   *
   * @throws JacksonException where a part is missing
   * @throws IllegalArgumentException where an address is none
   */
  private static SandboxAddresses addresses(JsonNode root) {
    JsonNode endpoints = root.required("endpoints");
    return new SandboxAddresses(
        address(root, "edgeUrl"),
        address(root, "originUrl"),
        new SandboxAddresses.Endpoints(
            address(endpoints, "cloudfront"),
            address(endpoints, "cloudwatch"),
            address(endpoints, "dynamodb"),
            address(endpoints, "sts")),
        root.required("distributionId").asString(),
        root.required("membersTable").asString(),
        root.required("journalTable").asString(),
        root.required("config").asString());
  }

  private static URI address(JsonNode node, String name) {
    return URI.create(node.required(name).asString());
  }

  /** Whether the control plane, which starts last, is there and is that of this sandbox. */
  static boolean answers(SandboxAddresses addresses) {
    var control = addresses.endpoints().cloudfront();
    var request =
        HttpRequest.newBuilder(URI.create(control + "/2020-05-31/distribution"))
            .timeout(ANSWER)
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=sandbox/")
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.body().contains("<Id>" + addresses.distributionId() + "</Id>");
    } catch (IOException e) {
      // Not there, or not yet: the caller asks again.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Waiting for the sandbox was interrupted.", e);
    }
  }
}
