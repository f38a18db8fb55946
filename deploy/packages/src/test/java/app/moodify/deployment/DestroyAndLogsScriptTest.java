package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.deployment.StubCommands.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./moodify destroy} and {@code logs}, and their help. */
class DestroyAndLogsScriptTest extends ScriptWithStubs {
  @Test
  void destroyKeepsTheData() throws Exception {
    cloud()
        .answer(
            "terraform state list",
            "google_firestore_database.this\ngoogle_storage_bucket.photos\n"
                + "google_identity_platform_config.this\ngoogle_pubsub_topic.upkeep\n"
                + "google_secret_manager_secret.trail_key\n"
                + "google_secret_manager_secret.catalogue[\"AUDIUS_API_KEY\"]");
    cloud().accept("gcloud secrets describe");

    Result result = cloud().run("y\n", "destroy");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("Firestore, photos and accounts were kept");
    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" state rm "))
        .singleElement()
        .asString()
        .contains("google_firestore_database.this", "google_storage_bucket.photos")
        .contains("google_secret_manager_secret.trail_key")
        .doesNotContain("google_pubsub_topic", "catalogue");
    assertThat(steps())
        .containsSubsequence("terraform state", "terraform apply", "firebase hosting:disable");
    assertThat(cloud().calls()).noneMatch(call -> call.contains("databases delete"));
    assertThat(cloud().calls()).noneMatch(call -> call.contains("storage rm"));
    assertThat(cloud().calls()).noneMatch(call -> call.contains("secrets delete"));
  }

  @Test
  void whatWasKeptIsNotTakenOverAgainToBeDestroyed() throws Exception {
    cloud().answer("gcloud firestore databases describe", "nam5");

    cloud().run("", "destroy", "--yes");

    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" apply "))
        .singleElement()
        .asString()
        .contains("-destroy", "TF_VAR_existing=[]");
  }

  @Test
  void destroyAsksFirst() throws Exception {
    assertThat(cloud().run("n\n", "destroy").output()).contains("nothing was changed");
    assertThat(cloud().calls())
        .noneMatch(call -> call.contains(" apply ") || call.contains(" rm "));
  }

  @Test
  void dataIsErasedOnlyWhenTheProjectsNameIsTyped() throws Exception {
    Result wrong = cloud().run("moodify\n", "destroy", "--data", "--yes");
    assertThat(wrong.output()).contains("nothing was changed");
    assertThat(cloud().calls()).noneMatch(call -> call.contains("databases delete"));

    cloud().accept("gcloud secrets describe");
    Result right = cloud().run("moodify-test\n", "destroy", "--data", "--yes");
    assertThat(right.status()).as(right.output()).isZero();
    assertThat(cloud().calls())
        .anyMatch(call -> call.startsWith("gcloud firestore databases delete"))
        .anyMatch(call -> call.startsWith("gcloud secrets delete MOODIFY_TRAIL_KEY"))
        .anyMatch(call -> call.startsWith("gcloud storage rm --recursive gs://moodify-test."));
  }

  @Test
  void logsAsksForOneFunction() throws Exception {
    cloud().answer("gcloud logging read", "10:00:00 INFO Mood ada/m1: ready");

    Result result = cloud().run("", "logs", "detect", "--since", "2h");

    assertThat(result.output()).contains("Mood ada/m1: ready");
    assertThat(cloud().calls())
        .anyMatch(
            call ->
                call.contains("service_name=\"detect\"")
                    && call.contains("--freshness=2h")
                    && call.contains("--project moodify-test"));
  }

  @Test
  void logsOfAnUnknownFunctionNamesThoseThatAre() throws Exception {
    assertThat(cloud().run("", "logs", "dettect").output())
        .contains("there is no function \"dettect\"; there are: detect analyze recommend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "destroy", "logs"})
  void helpCallsNothing(String command) throws Exception {
    Result result = cloud().run("", command, "--help");

    assertThat(result.status()).isZero();
    assertThat(result.output()).startsWith("Usage: ./moodify " + command);
    assertThat(cloud().calls()).isEmpty();
  }
}
