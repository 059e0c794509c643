package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Account;
import dev.frontdesk.settings.Connection.Endpoints;
import java.net.URI;
import org.junit.jupiter.api.Test;

class CallerIdentityTest {
  private static AwsConnection open(URI sts) {
    Connection any = Connections.cloudfront(sts, "none");
    var account = new Account(null, "us-east-1", "key-7", new Endpoints(sts, null, sts, sts, null));
    return AwsConnection.open(
        new Connection(
            any.name(), any.environment(), account, any.site(), any.members(), any.journal()));
  }

  @Test
  void isTheArnWithTheDesksUserInParentheses() {
    try (var servers = new Servers();
        var connection = open(servers.sts())) {
      String who = connection.identity().who();

      assertTrue(who.startsWith("arn:aws:"), who);
      assertTrue(who.contains(" (" + System.getProperty("user.name")) && who.endsWith(")"), who);
      assertEquals(who, connection.identity().who());
    }
  }

  @Test
  void isTheKeysIdWhereNobodyAnswers() {
    try (var connection = open(Servers.NOBODY)) {
      String who = connection.identity().who();

      assertTrue(who.startsWith("key-7 ("), who);
    }
  }
}
