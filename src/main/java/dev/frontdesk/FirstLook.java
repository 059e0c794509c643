package dev.frontdesk;

import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the first page shows before there is a window: the projects, and the roster of the
 * first. Whoever asks first gets that; every later question goes to the tables.
 */
final class FirstLook implements RosterStore {
  private final RosterStore rosters;
  private final AtomicReference<@Nullable FutureTask<List<Project>>> projects;
  private final AtomicReference<@Nullable FutureTask<Optional<Roster>>> roster;

  private FirstLook(
      RosterStore rosters,
      FutureTask<List<Project>> projects,
      FutureTask<Optional<Roster>> roster) {
    this.rosters = rosters;
    this.projects = new AtomicReference<>(projects);
    this.roster = new AtomicReference<>(roster);
  }

  /**
   * Begins to read.
   *
   * @param order that of the page, which opens the first
   */
  static FirstLook begin(
      RosterStore rosters, UnaryOperator<List<Project>> order, Executor background) {
    FutureTask<List<Project>> projects = new FutureTask<>(rosters::projects);
    FutureTask<Optional<Roster>> roster =
        new FutureTask<>(() ->
            order.apply(projects.get()).stream()
                .findFirst()
                .map(first -> rosters.roster(first.id())));
    background.execute(() -> {
      projects.run();
      roster.run();
    });
    return new FirstLook(rosters, projects, roster);
  }

  @Override
  public List<Project> projects() {
    FutureTask<List<Project>> ahead = projects.getAndSet(null);
    if (ahead == null) {
      return rosters.projects();
    }
    try {
      return ahead.get();
    } catch (ExecutionException e) {
      // The same would come of asking again, after the same wait.
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  @Override
  public Roster roster(String projectId) {
    FutureTask<Optional<Roster>> ahead = roster.getAndSet(null);
    if (ahead == null) {
      return rosters.roster(projectId);
    }
    try {
      return ahead
          .get()
          .filter(read -> read.projectId().equals(projectId))
          .orElseGet(() -> rosters.roster(projectId));
    } catch (ExecutionException e) {
      return rosters.roster(projectId); // it says itself what is wrong with it
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static IllegalStateException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("stopped while the first page was read", e);
  }

  @Override
  public int countMembers(String projectId) {
    return rosters.countMembers(projectId);
  }

  @Override
  public Optional<String> knownId(String email) {
    return rosters.knownId(email);
  }
}
