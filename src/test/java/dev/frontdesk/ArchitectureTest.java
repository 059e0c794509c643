package dev.frontdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.frontdesk.caching.CacheControl;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.PathPattern;
import java.util.List;
import java.util.stream.Stream;

/** The walls of the house, see README, "How it works". */
@AnalyzeClasses(packages = "dev.frontdesk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};

  @ArchTest static final ArchRule PROBLEM = room("problem", "every port tells of problems");

  @ArchTest
  static final ArchRule FOLDERS =
      room("folders", "where a user's files are is the system's to say");

  @ArchTest
  static final ArchRule MEMBERS =
      room("members", "rosters and their rules are true of any table", "problem");

  @ArchTest
  static final ArchRule INVALIDATION =
      room(
          "invalidation",
          "CloudFront's rules are true of any client; what a path hits follows from the behaviours",
          "problem",
          "caching");

  @ArchTest
  static final ArchRule CACHING =
      room("caching", "edge and explainer share one set of rules", "problem");

  @ArchTest
  static final ArchRule ONE_SET_OF_TTL_RULES =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.frontdesk.caching")
          .should()
          .callConstructor(EffectiveTtl.class, boolean.class, long.class, List.class)
          .orShould()
          .callMethod(CacheControl.class, "forbidsCaching")
          .because("whoever tells a TTL asks for it: edge and explainer must not drift apart");

  @ArchTest
  static final ArchRule ONE_MATCHER =
      noClasses()
          .that()
          .resideInAPackage("dev.frontdesk.(ui|cli|texts|publishing|sandbox)..")
          .should()
          .callConstructor(PathPattern.class, String.class)
          .because(
              "these ask the caching room which behaviour matches, and match no patterns"
                  + " themselves");

  @ArchTest
  static final ArchRule PUBLISHING =
      room(
          "publishing",
          "the life of a change is told by domain words alone",
          "problem",
          "members",
          "invalidation",
          "caching");

  @ArchTest
  static final ArchRule CONTROLS_THAT_HAVE_STYLES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "atlantafx\\..*|javafx\\.scene\\.chart\\..*|javafx\\.scene\\.web\\..*"
                  + "|javafx\\.scene\\.control\\.(Accordion|TitledPane|Tab|TabPane|ToolBar|MenuBar"
                  + "|MenuButton|SplitPane|SplitMenuButton|Tree\\w+|Pagination|Spinner|Slider"
                  + "|DatePicker|ColorPicker|Progress\\w+)")
          .because(
              "the build leaves their styles out of the theme: take them out of the list in"
                  + " src/build/Stylesheets.java first");

  @ArchTest
  static final ArchRule SETTINGS_ON_THE_JDK =
      noClasses()
          .that()
          .resideInAPackage("dev.frontdesk.settings")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "dev.frontdesk.settings.json..")
          .because("a connection is used everywhere, its file format in one place");

  @ArchTest
  static final ArchRule SETTINGS =
      room(
          "settings",
          "a connection names things of the domain and nothing of an adapter",
          "problem",
          "folders",
          "members",
          "invalidation",
          "caching",
          "publishing",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..");

  @ArchTest
  static final ArchRule FILES =
      room(
          "files",
          "a file is read and written in domain words, whoever asks for it",
          "problem",
          "folders",
          "members",
          "invalidation",
          "publishing",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..",
          "de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule TEXTS =
      room(
          "texts",
          "sentences are told of the domain's problems, figures and probes",
          "problem",
          "caching",
          "publishing");

  @ArchTest
  static final ArchRule AWS =
      room(
          "aws",
          "the adapters stand between the domain and the SDK, and see nothing else",
          "problem",
          "members",
          "invalidation",
          "caching",
          "publishing",
          "settings",
          "software.amazon.awssdk..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule PROBING =
      room(
          "probing",
          "a probe is a plain reader: HTTP and JSON",
          "problem",
          "publishing",
          "settings",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule UPDATES =
      room(
          "updates",
          "a newer version is nobody's business but the window's edge",
          "settings",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule SANDBOX =
      room(
          "sandbox",
          "the sandbox stands for AWS: it must not know the program that it stands in for",
          "problem",
          "members",
          "invalidation",
          "caching",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..",
          "org.h2.mvstore..",
          "com.sun.net.httpserver..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule UI =
      room(
          "ui",
          "views bind to models, models to ports; the window knows addresses, not objects",
          "problem",
          "members",
          "invalidation",
          "caching",
          "publishing",
          "settings",
          "files",
          "texts",
          "javafx..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule CLI =
      room(
          "cli",
          "a command is the same work as in the window, over the same ports",
          "problem",
          "members",
          "invalidation",
          "caching",
          "publishing",
          "settings",
          "files",
          "texts",
          "picocli..",
          "tools.jackson..",
          "com.fasterxml.jackson.annotation..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule MODELS_WITHOUT_A_TOOLKIT =
      noClasses()
          .that()
          .resideInAPackage("dev.frontdesk.ui..")
          .and()
          .haveSimpleNameEndingWith("Model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.application..", "javafx.stage..", "javafx.concurrent..")
          .because("a model is tested without a window");

  @ArchTest
  static final ArchRule NOBODY_USES_THE_ROOT =
      noClasses()
          .that()
          .resideInAPackage("dev.frontdesk.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.frontdesk")
          .because("the root wires every room and is known to none");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.frontdesk.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a room is understood without the rooms that use it");

  private static ArchRule room(String room, String reason, String... uses) {
    String own = "dev.frontdesk." + room + "..";
    String[] allowed =
        Stream.concat(
                Stream.concat(Stream.of(own), Stream.of(JDK)),
                Stream.of(uses)
                    .map(use -> use.endsWith("..") ? use : "dev.frontdesk." + use + ".."))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .because(reason);
  }
}
