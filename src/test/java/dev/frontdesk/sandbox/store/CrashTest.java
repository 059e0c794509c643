package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was answered survives the process, and no transaction survives by halves. */
final class CrashTest {
  private static final int KILL_AFTER = 150;

  @TempDir private Path folder;

  /** A process that writes pairs until it is killed, and says each number it was answered. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      Store store = Store.open(Path.of(arguments[0]), InstantSource.system());
      store.call("CreateTable", Json.appTable());
      for (int i = 0; ; i++) {
        store.call("TransactWriteItems", pair(i));
        System.out.println(i);
      }
    }

    private static ObjectNode pair(int i) {
      String put =
          "{'Put':{'TableName':'app','Item':{'pk':{'S':'%s'},'sk':{'S':'%d'},'kind':{'S':'k'},'rank':{'N':'%d'}}}}";
      return Json.of(
          "{'TransactItems':[%s,%s]}"
              .formatted(put.formatted("left", i, i), put.formatted("right", i, i)));
    }
  }

  @Test
  void whatWasAnsweredSurvivesAKill() throws IOException, InterruptedException {
    Path file = folder.resolve("store.mv");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int answered = -1;
    try (BufferedReader lines = writer.inputReader()) {
      while (answered < KILL_AFTER) {
        String line = lines.readLine();
        assertTrue(line != null, "the writer ended by itself");
        answered = Integer.parseInt(line);
      }
      // On POSIX systems this is SIGKILL: no hook runs, nothing is closed. By the handle, since
      // Process itself would close the stream whose rest is still to be read.
      assertTrue(writer.toHandle().destroyForcibly());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answered = Integer.parseInt(line);
      }
    }
    assertTrue(writer.waitFor(30, TimeUnit.SECONDS));
    try (Store store = Store.open(file, InstantSource.system())) {
      int left = count(store, "'KeyConditionExpression':'pk = :p'", "left");
      int right = count(store, "'KeyConditionExpression':'pk = :p'", "right");
      int indexed = count(store, "'IndexName':'by-kind','KeyConditionExpression':'kind = :p'", "k");
      assertEquals(left, right, "half a transaction");
      assertEquals(left + right, indexed, "the index is not that of the items");
      assertTrue(left > answered, left + " pairs, but pair " + answered + " was answered");
    }
  }

  private static int count(Store store, String condition, String value) {
    int count = 0;
    ObjectNode request =
        Json.of(
            "{'TableName':'app','Select':'COUNT',%s,'ExpressionAttributeValues':{':p':{'S':'%s'}}}"
                .formatted(condition, value));
    while (true) {
      ObjectNode page = store.call("Query", request);
      count += page.get("Count").asInt();
      JsonNode last = page.get("LastEvaluatedKey");
      if (last == null) {
        return count;
      }
      request.set("ExclusiveStartKey", last);
    }
  }

  @Test
  void everythingIsThereAfterARestart() {
    Path file = folder.resolve("store.mv");
    ObjectNode token =
        Json.of(
            """
            {'ClientRequestToken':'t','TransactItems':[{'Update':{'TableName':'app',
              'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'UpdateExpression':'ADD n :n',
              'ExpressionAttributeValues':{':n':{'N':'1'}}}}]}
            """);
    ObjectNode item =
        Json.of(
            """
            {'TableName':'app','Item':{'pk':{'S':'p'},'sk':{'S':'all'},'x':{'N':'-1.5'},
              'b':{'B':'AP8='},'set':{'NS':['1','2']},'l':{'L':[{'NULL':true},{'BOOL':false}]},
              'm':{'M':{'e':{'S':''}}}}}
            """);
    try (Store store = Store.open(file, InstantSource.system())) {
      store.call("CreateTable", Json.appTable());
      store.call("TransactWriteItems", token);
      store.call("PutItem", item);
    }
    try (Store store = Store.open(file, InstantSource.system())) {
      store.call("TransactWriteItems", token);
      assertEquals(
          "1",
          store
              .call("GetItem", Json.of("{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'s'}}}"))
              .at("/Item/n/N")
              .asString());
      assertEquals(
          item.get("Item"),
          store
              .call(
                  "GetItem", Json.of("{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'all'}}}"))
              .get("Item"));
    }
  }
}
