package dev.frontdesk.ui.probe;

import dev.frontdesk.problem.Problem;
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

  /** The last question that nobody has cancelled; its headers are in memory and nowhere else. */
  private @Nullable Question asked;

  /** The one whose answer is shown. */
  private @Nullable Question answered;

  ProbeModel(Probing probing, Work work, Now now) {
    this.probing = probing;
    this.probe = new Loader<>(work, now.clock());
    probe
        .state()
        .subscribe(load -> {
          if (load instanceof Load.Loaded<Probe>) {
            answered = asked;
          }
        });
  }

  // Properties

  ReadOnlyObjectProperty<Load<Probe>> probe() {
    return probe.state();
  }

  /** A path or an address. */
  StringProperty input() {
    return input;
  }

  /** Request headers to send along, one a line; most values are masked once they were sent. */
  StringProperty headers() {
    return headers;
  }

  // Commands

  /** Puts a path in, and asks for it. Headers that were given for another are forgotten. */
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
    put(new Question(probing, text, given));
  }

  private void put(Question question) {
    asked = question;
    probe.load(question::answer);
  }

  /**
   * Asks the last question again as it was put, with its headers. What is being written for another
   * stays as it is.
   */
  void again() {
    Question last = asked;
    if (last != null) {
      drop();
      put(last.anew());
    }
  }

  /** Lets go of the question on its way; what was shown before stays. */
  void cancel() {
    if (!probe.get().isLoading()) {
      return;
    }
    drop();
    asked = answered;
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

    /** The same, which nobody has asked yet. */
    Question anew() {
      return new Question(probing, text, headers);
    }

    /**
     * @throws ProblemException if it was let go of: its outcome is not looked at
     * @throws InterruptedException if somebody else ended the thread
     */
    Probe answer() throws InterruptedException {
      if (!begin()) {
        throw letGo();
      }
      try {
        return probing.probe(text, headers);
      } catch (InterruptedException e) {
        if (isDropped()) {
          throw letGo();
        }
        throw e;
      } finally {
        end();
      }
    }

    /** No bug, which would be logged as one. */
    private static ProblemException letGo() {
      return new ProblemException(new Problem.Machine("nobody waits for it any more"));
    }

    private synchronized boolean begin() {
      waiting = Thread.currentThread();
      return !isDropped;
    }

    private synchronized boolean isDropped() {
      return isDropped;
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
