package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.deployment.StandIns.Result;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ./moodify deploy}, {@code destroy} and {@code logs}, with stand-ins for the cloud's tools.
 */
class DeployScriptTest {
  @TempDir private Path folder;
  private StandIns cloud;

  @BeforeEach
  void checkout() throws IOException {
    cloud = new StandIns(folder);
    cloud.set("MOODIFY_PROJECT", "moodify-test");
  }

  @Test
  void deployBuildsPlansAsksAppliesAndTriesItOutInThisOrder() throws Exception {
    Result result = cloud.run("y\n", "deploy");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).endsWith("Moodify is at:\nhttps://moodify-test.web.app\n");
    assertThat(steps())
        .containsSubsequence(
            "mvn",
            "terraform init",
            "terraform plan",
            "terraform apply",
            "gcloud pubsub subscriptions update",
            "firebase deploy --only firestore,storage",
            "firebase deploy --only hosting",
            "smoke-test --page https://moodify-test.web.app");
  }

  @Test
  void withoutAYesNothingIsApplied() throws Exception {
    Result result = cloud.run("\n", "deploy");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("nothing was changed");
    assertThat(cloud.calls()).noneMatch(call -> call.contains(" apply "));
  }

  @Test
  void withoutATerminalNothingIsApplied() throws Exception {
    assertThat(cloud.run("", "deploy").status()).isEqualTo(1);
    assertThat(cloud.calls()).noneMatch(call -> call.contains(" apply "));
  }

  @Test
  void whatIsAppliedIsThePlanThatWasShown() throws Exception {
    cloud.run("", "deploy", "--yes");

    String plan = cloud.file(".moodify/deploy/plan").toString();
    assertThat(cloud.calls())
        .anyMatch(call -> call.contains(" plan ") && call.contains("-out=" + plan))
        .anyMatch(call -> call.contains(" apply ") && call.contains(plan));
  }

  @Test
  void aPlanChangesNothing() throws Exception {
    Result result = cloud.run("", "deploy", "--plan");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("Nothing was changed");
    assertThat(cloud.calls())
        .anyMatch(call -> call.contains(" plan "))
        .noneMatch(call -> call.contains(" apply ") || call.startsWith("firebase"))
        .noneMatch(call -> call.contains("subscriptions update"));
  }

  @Test
  void whatIsThereAlreadyIsTakenOver() throws Exception {
    cloud.answer("gcloud firestore databases describe", "eur3");
    cloud.answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "EU");

    cloud.run("", "deploy", "--yes");

    assertThat(cloud.calls())
        .filteredOn(call -> call.contains(" plan "))
        .singleElement()
        .asString()
        .contains("TF_VAR_existing=[\"photo_bucket\", \"database\"]")
        .contains("TF_VAR_firestore_location=eur3")
        .contains("TF_VAR_photo_bucket_location=EU")
        .contains("TF_VAR_project_id=moodify-test");
  }

  @Test
  void aNewProjectGetsFirebaseAnAppAndABucket() throws Exception {
    cloud.refuse("firebase apps:list");
    cloud.answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "");

    Result result = cloud.run("", "deploy", "--yes");

    assertThat(cloud.calls())
        .anyMatch(call -> call.startsWith("firebase projects:addfirebase moodify-test"))
        .anyMatch(call -> call.startsWith("firebase apps:create WEB Moodify"))
        .anyMatch(call -> call.startsWith("curl") && call.endsWith("moodify-test/defaultBucket"))
        .noneMatch(call -> call.contains("Bearer"));
    // The stand-in makes no bucket, so that the way out is told.
    assertThat(result.output()).contains("choose Get started, then try again");
  }

  @Test
  void theStatesBucketIsMadeOnce() throws Exception {
    cloud.refuse("gcloud storage buckets describe gs://moodify-test-moodify-terraform-state");

    cloud.run("", "deploy", "--plan");

    assertThat(cloud.calls())
        .anyMatch(
            call ->
                call.startsWith("gcloud storage buckets create gs://moodify-test-moodify-")
                    && call.contains("--public-access-prevention"))
        .anyMatch(call -> call.contains("-backend-config=bucket=moodify-test-moodify-terraform"));
  }

  @Test
  void theDeadLettersAreAttachedToEventarcsSubscriptions() throws Exception {
    cloud.run("", "deploy", "--yes");

    assertThat(cloud.calls())
        .anyMatch(
            call ->
                call.startsWith(
                        "gcloud pubsub subscriptions update"
                            + " projects/p/subscriptions/eventarc-detect-1")
                    && call.contains("--dead-letter-topic=projects/p/topics/dead-letters-detect"));
  }

  @Test
  void hostingLeadsToTheFunctionsRegionAndRulesToThePhotoBucket() throws Exception {
    cloud.run("", "deploy", "--yes");

    JsonObject written =
        JsonParser.parseString(Files.readString(cloud.file(".moodify/deploy/firebase.json")))
            .getAsJsonObject();
    assertThat(written.getAsJsonObject("hosting").getAsJsonArray("rewrites").toString())
        .contains("{\"serviceId\":\"analyze\",\"region\":\"europe-west4\"}")
        .contains("{\"serviceId\":\"api\",\"region\":\"europe-west4\"}")
        .doesNotContain("function");
    assertThat(written.getAsJsonObject("hosting").getAsJsonArray("headers").toString())
        .contains("Content-Security-Policy");
    JsonObject storage = written.getAsJsonArray("storage").get(0).getAsJsonObject();
    assertThat(storage.get("bucket").getAsString()).isEqualTo("moodify-test.firebasestorage.app");
    assertThat(cloud.file(".moodify/deploy").resolve(storage.get("rules").getAsString())).exists();
  }

  @Test
  void aFailedSmokeTestIsAFailure() throws Exception {
    cloud.refuse("smoke-test");

    Result result = cloud.run("", "deploy", "--yes");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("everything is deployed, but the smoke test failed");
  }

  @Test
  void aFailedApplyEndsIt() throws Exception {
    cloud.refuse("terraform apply");

    assertThat(cloud.run("", "deploy", "--yes").status()).isEqualTo(1);
    assertThat(cloud.calls()).noneMatch(call -> call.startsWith("firebase deploy"));
  }

  @Test
  void theProjectComesFromTheFileOfVariables() throws Exception {
    cloud.set("MOODIFY_PROJECT", "");
    cloud.write("terraform/terraform.tfvars", "project_id = \"moodify-file\"\n");

    assertThat(cloud.run("", "deploy", "--plan").output()).contains("Project moodify-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcloud", "terraform"})
  void aMissingToolIsToldInASentence(String tool) throws Exception {
    cloud.without(tool);

    Result result = cloud.run("", "deploy");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains(" is missing: install ");
    assertThat(cloud.calls()).noneMatch(call -> call.startsWith("mvn"));
  }

  @Test
  void anOldTerraformIsToldWithItsVersion() throws Exception {
    cloud.answer("terraform version", "Terraform v1.5.7");

    assertThat(cloud.run("", "deploy").output())
        .contains("Terraform 1.9 or later is needed, not 1.5.7");
  }

  @Test
  void whoIsNotSignedInIsToldHow() throws Exception {
    cloud.refuse("gcloud auth print-access-token");

    assertThat(cloud.run("", "deploy").output()).contains("run gcloud auth login.");
  }

  @Test
  void withoutApplicationCredentialsItTellsHow() throws Exception {
    cloud.refuse("gcloud auth application-default");

    assertThat(cloud.run("", "deploy").output())
        .contains("run gcloud auth application-default login.");
  }

  @Test
  void aProjectThatIsNotThereIsTold() throws Exception {
    cloud.refuse("gcloud projects describe");

    assertThat(cloud.run("", "deploy").output()).contains("there is no project moodify-test");
  }

  @Test
  void aProjectWithoutBillingIsTold() throws Exception {
    cloud.answer("gcloud billing projects describe", "False");

    assertThat(cloud.run("", "deploy").output()).contains("has no billing account");
  }

  @Test
  void anEmulatorsProjectIsRefused() throws Exception {
    assertThat(cloud.run("", "deploy", "--project", "demo-moodify").output())
        .contains("demo-moodify is a name for emulators only");
  }

  @Test
  void withoutAProjectItTellsHowToNameOne() throws Exception {
    cloud.set("MOODIFY_PROJECT", "");

    assertThat(cloud.run("", "deploy").output()).contains("no project is named: give --project");
  }

  @Test
  void destroyKeepsTheData() throws Exception {
    cloud.answer(
        "terraform state list",
        "google_firestore_database.this\ngoogle_storage_bucket.photos\n"
            + "google_identity_platform_config.this\ngoogle_pubsub_topic.upkeep");

    Result result = cloud.run("y\n", "destroy");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("Firestore, photos and accounts were kept");
    assertThat(cloud.calls())
        .filteredOn(call -> call.contains(" state rm "))
        .singleElement()
        .asString()
        .contains("google_firestore_database.this", "google_storage_bucket.photos")
        .doesNotContain("google_pubsub_topic");
    assertThat(steps())
        .containsSubsequence("terraform state", "terraform apply", "firebase hosting:disable");
    assertThat(cloud.calls()).noneMatch(call -> call.contains("databases delete"));
    assertThat(cloud.calls()).noneMatch(call -> call.contains("storage rm"));
  }

  @Test
  void destroyAsksFirst() throws Exception {
    assertThat(cloud.run("n\n", "destroy").output()).contains("nothing was changed");
    assertThat(cloud.calls()).noneMatch(call -> call.contains(" apply ") || call.contains(" rm "));
  }

  @Test
  void dataIsErasedOnlyWhenTheProjectsNameIsTyped() throws Exception {
    Result wrong = cloud.run("moodify\n", "destroy", "--data", "--yes");
    assertThat(wrong.output()).contains("nothing was changed");
    assertThat(cloud.calls()).noneMatch(call -> call.contains("databases delete"));

    Result right = cloud.run("moodify-test\n", "destroy", "--data", "--yes");
    assertThat(right.status()).as(right.output()).isZero();
    assertThat(cloud.calls())
        .anyMatch(call -> call.startsWith("gcloud firestore databases delete"))
        .anyMatch(call -> call.startsWith("gcloud storage rm --recursive gs://moodify-test."));
  }

  @Test
  void logsAsksForOneFunction() throws Exception {
    cloud.answer("gcloud logging read", "10:00:00 INFO Mood ada/m1: ready");

    Result result = cloud.run("", "logs", "detect", "--since", "2h");

    assertThat(result.output()).contains("Mood ada/m1: ready");
    assertThat(cloud.calls())
        .anyMatch(
            call ->
                call.contains("service_name=\"detect\"")
                    && call.contains("--freshness=2h")
                    && call.contains("--project moodify-test"));
  }

  @Test
  void logsOfAnUnknownFunctionNamesThoseThatAre() throws Exception {
    assertThat(cloud.run("", "logs", "dettect").output())
        .contains("there is no function \"dettect\"; there are: detect analyze recommend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "destroy", "logs"})
  void helpCallsNothing(String command) throws Exception {
    Result result = cloud.run("", command, "--help");

    assertThat(result.status()).isZero();
    assertThat(result.output()).startsWith("Usage: ./moodify " + command);
    assertThat(cloud.calls()).isEmpty();
  }

  /** The calls, without the options that stand before the word that says what is done. */
  private List<String> steps() throws IOException {
    return cloud.calls().stream()
        .map(call -> call.replaceFirst("^terraform -chdir=.*?/terraform ", "terraform "))
        .map(call -> call.startsWith("mvn") ? "mvn" : call)
        .map(call -> call.replaceFirst("^(terraform \\w+) .*", "$1"))
        .map(call -> call.replaceFirst("^(gcloud pubsub subscriptions update) .*", "$1"))
        .map(call -> call.replaceFirst("^(firebase deploy --only [a-z,]+) .*", "$1"))
        .map(call -> call.replaceFirst("^(firebase hosting:disable) .*", "$1"))
        .map(call -> call.replaceFirst("^(smoke-test --page \\S+) .*", "$1"))
        .toList();
  }
}
