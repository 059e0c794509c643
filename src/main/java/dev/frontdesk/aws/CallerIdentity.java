package dev.frontdesk.aws;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Who signs what is done here: the caller's ARN from STS with the desk's user in parentheses,
 * {@code arn:aws:iam::123456789012:user/amara (amara@desk-07)}; until STS answers the access key's
 * id stands for the ARN.
 */
public final class CallerIdentity {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AwsClients clients;
  private volatile String deskUser = System.getProperty("user.name", "unknown");
  private volatile String keyId = "unknown";
  private @Nullable CompletableFuture<String> question;

  CallerIdentity(AwsClients clients) {
    this.clients = clients;
  }

  /** Blocks for three seconds at most, and not at all once STS has answered. */
  public String who() {
    String caller = caller();
    return caller + " (" + deskUser + ")";
  }

  private String caller() {
    CompletableFuture<String> answer = asked();
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return keyId; // the answer still comes, for the next one who asks
    } catch (ExecutionException e) {
      forget();
      return keyId;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return keyId;
    }
  }

  private synchronized CompletableFuture<String> asked() {
    if (question == null) {
      var answer = new CompletableFuture<String>();
      question = answer;
      Thread.ofVirtual().name("caller-identity").start(() -> ask(answer));
    }
    return question;
  }

  private void ask(CompletableFuture<String> answer) {
    try {
      deskUser = deskUser();
      keyId = clients.credentials().resolveCredentials().accessKeyId();
      answer.complete(
          clients
              .stsGate
              .read("sts:GetCallerIdentity", "", () -> clients.sts().getCallerIdentity())
              .arn());
    } catch (RuntimeException e) {
      // Whatever it is: whoever asks is not to wait in vain for an answer that never comes.
      answer.completeExceptionally(e);
    }
  }

  /** After a failure the next one who asks is to ask again. */
  private synchronized void forget() {
    if (question != null && question.isCompletedExceptionally()) {
      question = null;
    }
  }

  /** The user of this machine, and its name; looking that up may ask a network. */
  private static String deskUser() {
    String user = System.getProperty("user.name", "unknown");
    try {
      return user + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return user; // a machine without a name
    }
  }
}
