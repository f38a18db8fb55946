package app.moodify.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.ArrowUpwards;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the Java code: functions and tools -> libs -> core. */
class ArchitectureTest {
  private static final JavaClasses MOODIFY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.moodify");

  /** Every room, and which rooms it may use. A room that is not here fails the test. */
  private static final ArchRule ROOMS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("app.moodify..")
          .layer("core")
          .definedBy("app.moodify.core..")
          .layer("telemetry")
          .definedBy("app.moodify.telemetry..")
          .layer("vision")
          .definedBy("app.moodify.vision..")
          .layer("music")
          .definedBy("app.moodify.music..")
          .layer("cloud")
          .definedBy("app.moodify.cloud..")
          .layer("http")
          .definedBy("app.moodify.http..")
          .layer("privacy")
          .definedBy("app.moodify.privacy..")
          .layer("testing")
          .definedBy("app.moodify.testing..")
          .layer("detect")
          .definedBy("app.moodify.detect..")
          .layer("recommend")
          .definedBy("app.moodify.recommend..")
          .layer("api")
          .definedBy("app.moodify.api..")
          .layer("insights")
          .definedBy("app.moodify.insights..")
          .layer("upkeep")
          .definedBy("app.moodify.upkeep..")
          .layer("console")
          .definedBy("app.moodify.console..")
          .layer("stack")
          .definedBy("app.moodify.stack..")
          .layer("lab")
          .definedBy("app.moodify.lab..")
          .layer("cli")
          .definedBy("app.moodify.cli..")
          .ensureAllClassesAreContainedInArchitecture()
          // What functions share.
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("telemetry")
          .mayNotAccessAnyLayer()
          .whereLayer("vision")
          .mayOnlyAccessLayers("core")
          .whereLayer("music")
          .mayOnlyAccessLayers("core", "telemetry")
          .whereLayer("cloud")
          .mayOnlyAccessLayers("core", "telemetry")
          .whereLayer("http")
          .mayOnlyAccessLayers("core", "telemetry")
          .whereLayer("privacy")
          .mayOnlyAccessLayers("core")
          .whereLayer("testing")
          .mayOnlyAccessLayers("core")
          // What is deployed. No function knows another.
          .whereLayer("detect")
          .mayOnlyAccessLayers("core", "telemetry", "vision", "cloud", "http")
          .whereLayer("recommend")
          .mayOnlyAccessLayers("core", "telemetry", "music", "cloud")
          .whereLayer("api")
          .mayOnlyAccessLayers("core", "telemetry", "cloud", "http", "privacy")
          .whereLayer("insights")
          .mayOnlyAccessLayers("core", "telemetry", "cloud")
          .whereLayer("upkeep")
          .mayOnlyAccessLayers("core", "telemetry", "cloud", "privacy")
          // What runs on a developer's machine. The stack and the lab do not know each other, and functions run in
          // processes of their own.
          .whereLayer("console")
          .mayNotAccessAnyLayer()
          .whereLayer("stack")
          .mayOnlyAccessLayers("console", "core", "vision")
          .whereLayer("lab")
          .mayOnlyAccessLayers("console", "core", "vision", "music")
          .whereLayer("cli")
          .mayOnlyAccessLayers("stack", "lab", "console", "core", "vision", "music", "cloud");

  @Test
  void arrowsBetweenRoomsPointOneWay() {
    ROOMS.check(MOODIFY);
  }

  @Test
  void anArrowUpwardsIsRefused() {
    JavaClasses upwards = new ClassFileImporter().importClasses(ArrowUpwards.class);

    assertThat(ROOMS.evaluate(upwards).hasViolation()).isTrue();
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching("app.moodify.(**)").should().beFreeOfCycles().check(MOODIFY);
  }

  @Test
  void testDoublesStayOutOfWhatIsShipped() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.moodify.testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.moodify.testing..")
        .check(MOODIFY);
  }

  @Test
  void coreDependsOnJavaAlone() {
    classes()
        .that()
        .resideInAPackage("app.moodify.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("app.moodify.core..", "java..")
        .check(MOODIFY);
  }

  @Test
  void noClientIsStatic() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(assignableTo(AutoCloseable.class))
        .check(MOODIFY);
  }
}
