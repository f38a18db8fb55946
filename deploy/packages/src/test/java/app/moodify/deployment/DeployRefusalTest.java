package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.deployment.StubCommands.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./moodify deploy}: when it does not go on, and what it says then. */
class DeployRefusalTest extends ScriptWithStubs {
  @Test
  void withoutAYesNothingIsApplied() throws Exception {
    Result result = cloud().run("\n", "deploy");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("nothing was changed");
    assertThat(cloud().calls()).noneMatch(call -> call.contains(" apply "));
  }

  @Test
  void withoutATerminalNothingIsApplied() throws Exception {
    assertThat(cloud().run("", "deploy").status()).isEqualTo(1);
    assertThat(cloud().calls()).noneMatch(call -> call.contains(" apply "));
  }

  @Test
  void aFailedSmokeTestIsAFailure() throws Exception {
    cloud().refuse("smoke-test");

    Result result = cloud().run("", "deploy", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("everything is deployed, but the smoke test failed");
  }

  @Test
  void aFailedApplyEndsIt() throws Exception {
    cloud().refuse("terraform apply");

    assertThat(cloud().run("", "deploy", "--yes").status()).isEqualTo(1);
    assertThat(cloud().calls()).noneMatch(call -> call.startsWith("firebase deploy"));
  }

  @Test
  void theProjectComesFromTheFileOfVariables() throws Exception {
    cloud().set("MOODIFY_PROJECT", "");
    cloud().write("terraform/terraform.tfvars", "project_id = \"moodify-file\"\n");

    assertThat(cloud().run("", "deploy", "--plan").output()).contains("Project moodify-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcloud", "terraform"})
  void aMissingToolIsNamedInASentence(String tool) throws Exception {
    cloud().without(tool);

    Result result = cloud().run("", "deploy");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains(" is missing: install ");
    assertThat(cloud().calls()).noneMatch(call -> call.startsWith("mvn"));
  }

  @Test
  void anOldTerraformIsNamedWithItsVersion() throws Exception {
    cloud().answer("terraform version", "Terraform v1.5.7");

    assertThat(cloud().run("", "deploy").output())
        .contains("Terraform 1.9 or later is needed, not 1.5.7");
  }

  @Test
  void whoIsNotSignedInLearnsHow() throws Exception {
    cloud().refuse("gcloud auth print-access-token");

    assertThat(cloud().run("", "deploy").output()).contains("run gcloud auth login.");
  }

  @Test
  void withoutApplicationCredentialsItSaysHow() throws Exception {
    cloud().refuse("gcloud auth application-default");

    assertThat(cloud().run("", "deploy").output())
        .contains("run gcloud auth application-default login.");
  }

  @Test
  void aProjectThatIsNotThereIsRefused() throws Exception {
    cloud().refuse("gcloud projects describe");

    assertThat(cloud().run("", "deploy").output()).contains("there is no project moodify-test");
  }

  @Test
  void aProjectWithoutBillingIsRefused() throws Exception {
    cloud().answer("gcloud billing projects describe", "False");

    assertThat(cloud().run("", "deploy").output()).contains("has no billing account");
  }

  @Test
  void anEmulatorsProjectIsRefused() throws Exception {
    assertThat(cloud().run("", "deploy", "--project", "demo-moodify").output())
        .contains("demo-moodify is a name for emulators only");
  }

  @Test
  void withoutAProjectItSaysHowToNameOne() throws Exception {
    cloud().set("MOODIFY_PROJECT", "");

    assertThat(cloud().run("", "deploy").output()).contains("no project is named: give --project");
  }
}
