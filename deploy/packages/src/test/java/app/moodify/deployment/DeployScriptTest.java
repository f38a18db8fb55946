package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.deployment.StubCommands.Result;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code ./moodify deploy}: what it does, and in which order. */
class DeployScriptTest extends ScriptWithStubs {
  private static final String ACCOUNTS =
      "curl X-Goog-User-Project: moodify-test"
          + " https://identitytoolkit.googleapis.com/admin/v2/projects/moodify-test/config";

  @Test
  void deployBuildsPlansAsksAppliesAndTriesItOutInThisOrder() throws Exception {
    Result result = cloud().run("y\n", "deploy");

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
  void whatIsAppliedIsThePlanThatWasShown() throws Exception {
    cloud().run("", "deploy", "--yes");

    String plan = cloud().file(".moodify/deploy/plan").toString();
    assertThat(cloud().calls())
        .anyMatch(call -> call.contains(" plan ") && call.contains("-out=" + plan))
        .anyMatch(call -> call.contains(" apply ") && call.contains(plan));
  }

  @Test
  void aPlanChangesNothing() throws Exception {
    Result result = cloud().run("", "deploy", "--plan");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("Nothing was changed");
    assertThat(cloud().calls())
        .anyMatch(call -> call.contains(" plan "))
        .noneMatch(call -> call.contains(" apply ") || call.startsWith("firebase"))
        .noneMatch(call -> call.contains("subscriptions update"));
  }

  @Test
  void whatIsThereAlreadyIsTakenOver() throws Exception {
    cloud().answer("gcloud firestore databases describe", "eur3");
    cloud().answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "EU");
    cloud().answer(ACCOUNTS, "{\"name\": \"projects/12345/config\"}");

    cloud().run("", "deploy", "--yes");

    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" plan "))
        .singleElement()
        .asString()
        .contains("TF_VAR_existing=[\"photo_bucket\", \"database\", \"accounts\"]")
        .contains("TF_VAR_firestore_location=eur3")
        .contains("TF_VAR_photo_bucket_location=EU")
        .contains("TF_VAR_project_id=moodify-test");
  }

  @Test
  void aSlowTokenHidesNothingThatIsThere() throws Exception {
    cloud().delay("gcloud auth print-access-token");
    cloud().answer(ACCOUNTS, "{\"name\": \"projects/12345/config\"}");

    cloud().run("", "deploy", "--plan");

    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" plan "))
        .singleElement()
        .asString()
        .contains("\"accounts\"]");
  }

  @Test
  void aPlanForANewProjectTakesNothingOver() throws Exception {
    cloud().answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "");
    cloud().refuse(ACCOUNTS);

    Result result = cloud().run("", "deploy", "--plan");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" plan "))
        .singleElement()
        .asString()
        .contains("TF_VAR_existing=[] ");
  }

  @Test
  void aNewProjectGetsFirebaseAnAppAndABucket() throws Exception {
    cloud().refuse("firebase apps:list");
    cloud().answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "");

    Result result = cloud().run("", "deploy", "--yes");

    assertThat(cloud().calls())
        .anyMatch(call -> call.startsWith("firebase projects:addfirebase moodify-test"))
        .anyMatch(call -> call.startsWith("firebase apps:create WEB Moodify"))
        .anyMatch(call -> call.startsWith("curl") && call.endsWith("moodify-test/defaultBucket"))
        .noneMatch(call -> call.contains("Bearer"));
    // The stub makes no bucket, so the script says the way out.
    assertThat(result.output()).contains("choose Get started, then try again");
  }

  @Test
  void theStatesBucketIsMadeOnce() throws Exception {
    cloud().refuse("gcloud storage buckets describe gs://moodify-test-moodify-terraform-state");

    cloud().run("", "deploy", "--plan");

    assertThat(cloud().calls())
        .anyMatch(
            call ->
                call.startsWith("gcloud storage buckets create gs://moodify-test-moodify-")
                    && call.contains("--public-access-prevention"))
        .anyMatch(call -> call.contains("-backend-config=bucket=moodify-test-moodify-terraform"));
  }

  @Test
  void theTrailsKeyIsMadeOnceAndNobodySeesIt() throws Exception {
    Result first = cloud().run("", "deploy", "--yes");

    assertThat(first.status()).as(first.output()).isZero();
    assertThat(steps())
        .containsSubsequence(
            "gcloud secrets create MOODIFY_TRAIL_KEY",
            "gcloud secrets versions add MOODIFY_TRAIL_KEY",
            "terraform plan");
    assertThat(cloud().calls())
        .filteredOn(call -> call.startsWith("gcloud secrets versions add"))
        .containsExactly(
            "gcloud secrets versions add MOODIFY_TRAIL_KEY --data-file=- --project moodify-test");

    cloud().accept("gcloud secrets describe");
    cloud().answer("gcloud secrets versions list MOODIFY_TRAIL_KEY", "projects/p/secrets/k/1");
    cloud().run("", "deploy", "--yes");

    assertThat(cloud().calls())
        .filteredOn(
            call ->
                call.startsWith("gcloud secrets create")
                    || call.startsWith("gcloud secrets versions add"))
        .as("those of the first deployment")
        .hasSize(2);
    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" plan "))
        .last()
        .asString()
        .contains("\"trail_key\"]");
  }

  @Test
  void aPlanMakesNoKey() throws Exception {
    cloud().run("", "deploy", "--plan");

    assertThat(cloud().calls())
        .noneMatch(
            call ->
                call.startsWith("gcloud secrets create")
                    || call.startsWith("gcloud secrets versions"));
  }

  @Test
  void accountsAreAskedForWhatThePageAsksFor() throws Exception {
    cloud().run("", "deploy", "--yes");

    String page =
        Files.readString(
            FunctionPackage.CHECKOUT.resolve("hosting/src/account/account-trouble.ts"));
    Matcher least = Pattern.compile("MIN_PASSWORD_LENGTH = (\\d+);").matcher(page);
    assertThat(least.find()).isTrue();
    String configuration =
        cloud().calls().stream()
            .filter(call -> call.startsWith("curl") && call.contains("-X PATCH"))
            .filter(call -> call.contains("/projects/moodify-test/config?updateMask="))
            .findFirst()
            .orElseThrow();
    assertThat(configuration)
        .contains("\"callbackUri\": \"https://moodify-test.web.app/action\"")
        .contains("\"passwordPolicyEnforcementState\": \"ENFORCE\"")
        .contains("\"minPasswordLength\": " + least.group(1) + "}")
        .contains("\"enableImprovedEmailPrivacy\": true");
  }

  @Test
  void whatWasBuiltIsServedBesideTheSettingsOfThisProject() throws Exception {
    cloud().run("", "deploy", "--yes");

    JsonObject written =
        JsonParser.parseString(Files.readString(cloud().file(".moodify/deploy/firebase.json")))
            .getAsJsonObject();
    assertThat(written.getAsJsonObject("hosting").get("public").getAsString()).isEqualTo("page");
    assertThat(cloud().file(".moodify/deploy/page/index.html"))
        .hasContent("<title>Moodify</title>");
    assertThat(cloud().file("hosting/dist/app-check.json")).doesNotExist();
    assertThat(cloud().file(".moodify/deploy/page/sign-in.json")).hasContent("{\"google\":false}");
  }

  @Test
  void thePageOffersGoogleIfTheProjectDoesAndHoldsNoSecretOfIt() throws Exception {
    cloud()
        .answer(
            StubCommands.PROVIDERS,
            "{\"defaultSupportedIdpConfigs\": [{\"enabled\": true, \"clientSecret\": \"s\","
                + " \"name\": \"projects/1/defaultSupportedIdpConfigs/google.com\"}]}");

    cloud().run("", "deploy", "--yes");

    assertThat(cloud().file(".moodify/deploy/page/sign-in.json")).hasContent("{\"google\":true}");
  }

  @Test
  void theDeadLettersAreAttachedToEventarcsSubscriptions() throws Exception {
    cloud().run("", "deploy", "--yes");

    assertThat(cloud().calls())
        .anyMatch(
            call ->
                call.startsWith(
                        "gcloud pubsub subscriptions update"
                            + " projects/p/subscriptions/eventarc-detect-1")
                    && call.contains("--dead-letter-topic=projects/p/topics/dead-letters-detect"));
  }

  @Test
  void hostingLeadsToTheFunctionsRegionAndRulesToThePhotoBucket() throws Exception {
    cloud().run("", "deploy", "--yes");

    JsonObject written =
        JsonParser.parseString(Files.readString(cloud().file(".moodify/deploy/firebase.json")))
            .getAsJsonObject();
    assertThat(written.getAsJsonObject("hosting").getAsJsonArray("rewrites").toString())
        .contains("{\"serviceId\":\"analyze\",\"region\":\"europe-west4\"}")
        .contains("{\"serviceId\":\"api\",\"region\":\"europe-west4\"}")
        .doesNotContain("function");
    assertThat(written.getAsJsonObject("hosting").getAsJsonArray("headers").toString())
        .contains("Content-Security-Policy");
    JsonObject storage = written.getAsJsonArray("storage").get(0).getAsJsonObject();
    assertThat(storage.get("bucket").getAsString()).isEqualTo("moodify-test.firebasestorage.app");
    assertThat(cloud().file(".moodify/deploy").resolve(storage.get("rules").getAsString()))
        .exists();
  }
}
