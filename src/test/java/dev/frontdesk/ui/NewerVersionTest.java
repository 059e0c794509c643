package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.frontdesk.settings.Release;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the window tells of a newer version: at its edge, and with nothing that opens by itself. */
class NewerVersionTest extends WindowTest {
  private static final URI PAGE = URI.create("https://intranet.example/frontdesk");

  @Test
  void itStandsAtTheFootOfTheSidebarAndOpensItsPage() throws Exception {
    open(FakeSession.company().open());
    await("the projects", () -> shown("project-list"));
    assertFalse(shown("newer-version"));
    double above = root().lookup("#signed-in-as").localToScene(0, 0).getY();

    List<URI> opened = tell(new Release("1.3.0", Optional.of(PAGE)));
    assertEquals("Version 1.3.0 is there", said("newer-version"));
    assertEquals(above, root().lookup("#signed-in-as").localToScene(0, 0).getY(), "nothing jumps");
    assertEquals(List.of(), opened);
    robot.clickOn("#newer-version");
    assertEquals(List.of(PAGE), opened);
  }
}
