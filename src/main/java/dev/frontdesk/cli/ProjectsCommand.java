package dev.frontdesk.cli;

import dev.frontdesk.members.Project;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.settings.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;

@Command(name = "projects", description = "Lists the projects.")
final class ProjectsCommand extends ReadingCommand {
  ProjectsCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  void print(Session session, boolean json) {
    List<Project> projects = counted(session.rosters());
    if (json) {
      terminal.json(
          new Documents.Projects(projects.stream().map(Documents.ProjectRow::of).toList()));
    } else {
      terminal.table(
          List.of("id", "name", "members"),
          projects.stream()
              .map(project ->
                  List.of(
                      project.id(), project.name(), Integer.toString(project.members().orElse(0))))
              .toList());
    }
  }

  /** A listing by index does not tell how many members there are: they are counted beside. */
  private static List<Project> counted(RosterStore rosters) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Project> projects = rosters.projects();
      List<Future<Project>> counts = new ArrayList<>();
      for (Project project : projects) {
        counts.add(
            threads.submit(() ->
                project.members().isPresent()
                    ? project
                    : new Project(
                        project.id(),
                        project.name(),
                        OptionalInt.of(rosters.countMembers(project.id())))));
      }
      List<Project> counted = new ArrayList<>();
      for (Future<Project> count : counts) {
        counted.add(count.get());
      }
      return counted;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting members", e);
    }
  }
}
