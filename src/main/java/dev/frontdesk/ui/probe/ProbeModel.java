package dev.frontdesk.ui.probe;

import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.Probing;
import dev.frontdesk.publishing.RequestHeaders;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A path that edge and origin are asked for, and what they answered last. */
final class ProbeModel {
  private final Probing probing;
  private final Loader<Probe> probe;
  private final StringProperty input = new SimpleStringProperty("");
  private final StringProperty headers = new SimpleStringProperty("");
  private RequestHeaders sent = RequestHeaders.NONE;
  private @Nullable Question asked;

  ProbeModel(Probing probing, Work work, Now now) {
    this.probing = probing;
    this.probe = new Loader<>(work, now.clock());
  }

  // Properties

  ReadOnlyObjectProperty<Load<Probe>> probe() {
    return probe.state();
  }

  /** A path or an address. */
  StringProperty input() {
    return input;
  }

  /** Request headers to send along, one a line; secrets are masked once they were sent. */
  StringProperty headers() {
    return headers;
  }

  // Commands

  /** Puts a path in, and asks for it. The headers given for another stay here. */
  void ask(String path) {
    if (!path.equals(input.get())) {
      headers.set("");
      sent = RequestHeaders.NONE;
    }
    input.set(path);
    ask();
  }

  /** Asks for what is written, unless that is nothing; a question on its way is dropped. */
  void ask() {
    String text = input.get();
    if (text.isBlank()) {
      return;
    }
    drop();
    RequestHeaders given;
    try {
      given = RequestHeaders.ofText(headers.get(), sent);
    } catch (ProblemException wrong) {
      probe.load(() -> {
        throw wrong;
      });
      return;
    }
    sent = given;
    headers.set(given.masked());
    var question = new Question(probing, text, given);
    asked = question;
    probe.load(question::answer);
  }

  /** Asks again for what is shown. */
  void again() {
    probe.get().newest().ifPresent(shown -> ask(shown.path()));
  }

  /** Lets go of the question on its way; what was shown before stays. */
  void cancel() {
    if (!probe.get().isLoading()) {
      return;
    }
    drop();
    Optional<Probe> before = probe.get().newest();
    before.ifPresentOrElse(probe::put, probe::forget);
  }

  private void drop() {
    if (asked != null) {
      asked.drop();
      asked = null;
    }
  }

  /** Ends what is on its way. */
  void close() {
    drop();
  }

  /** One question, which whoever asked may let go of: then its requests end. */
  private static final class Question {
    private final Probing probing;
    private final String text;
    private final RequestHeaders headers;
    private @Nullable Thread waiting;
    private boolean isDropped;

    Question(Probing probing, String text, RequestHeaders headers) {
      this.probing = probing;
      this.text = text;
      this.headers = headers;
    }

    Probe answer() throws InterruptedException {
      begin();
      try {
        return probing.probe(text, headers);
      } finally {
        end();
      }
    }

    private synchronized void begin() throws InterruptedException {
      if (isDropped) {
        throw new InterruptedException("nobody waits for it any more");
      }
      waiting = Thread.currentThread();
    }

    private synchronized void end() {
      waiting = null;
    }

    synchronized void drop() {
      isDropped = true;
      if (waiting != null) {
        waiting.interrupt();
      }
    }
  }
}
