import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** What the start of the console is measured against: a window of its size with one word in it. */
public final class BareWindow extends Application {
  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(new Label("bare")), 1280, 800));
    stage.setTitle("bare");
    stage.show();
  }

  /** Apart, as a main class that is an Application is started in another way. */
  public static final class Main {
    private Main() {}

    public static void main(String[] args) {
      Application.launch(BareWindow.class, args);
    }
  }
}
