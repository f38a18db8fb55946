package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.deployment.StubCommands.Result;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code ./moodify deploy} does where App Check is on, and leaves where it is off. */
class AppCheckDeploymentTest extends ScriptWithStubs {
  private static final String APP = "1:1234567890:web:0123456789abcdef";
  private static final String DEBUG_TOKENS =
      "https://firebaseappcheck.googleapis.com/v1/projects/moodify-test/apps/%s/debugTokens"
          .formatted(APP);
  private static final String WEB_APPS =
      "curl X-Goog-User-Project: moodify-test"
          + " https://firebase.googleapis.com/v1beta1/projects/moodify-test/webApps";

  @Test
  void withoutAppCheckNothingOfItIsDeployed() throws Exception {
    cloud().run("", "deploy", "--yes");

    assertThat(cloud().file(".moodify/deploy/page/app-check.json")).hasContent("{}");
    assertThat(policy()).doesNotContain("recaptcha");
    assertThat(cloud().calls())
        .noneMatch(call -> call.contains("TF_VAR_web_app") || call.contains("appcheck"))
        .noneMatch(call -> call.contains("--expects-app-check"));
  }

  @Test
  void withAppCheckThePageGetsItsKeyAndItsPolicyLetsRecaptchaIn() throws Exception {
    enforceAppCheck();

    Result result = cloud().run("", "deploy", "--yes");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(cloud().calls())
        .filteredOn(call -> call.contains(" plan "))
        .singleElement()
        .asString()
        .contains("TF_VAR_web_app=" + APP);
    assertThat(cloud().file(".moodify/deploy/page/app-check.json"))
        .hasContent(
            "{\"provider\":\"recaptcha-enterprise\",\"siteKey\":\"site-key\",\"appId\":\"%s\"}"
                .formatted(APP));
    assertThat(policy())
        .contains("script-src 'self' https://apis.google.com https://www.google.com/recaptcha/")
        .contains("https://content-firebaseappcheck.googleapis.com");
  }

  @Test
  void theSmokeTestsDebugTokenIsNoArgumentAndIsDeletedInAnyCase() throws Exception {
    enforceAppCheck();
    cloud().refuse("smoke-test");

    Result result = cloud().run("", "deploy", "--yes");

    assertThat(result.output()).contains("the smoke test failed");
    assertThat(cloud().calls().stream().map(AppCheckDeploymentTest::debugTokenStep))
        .containsSubsequence(
            "POST " + DEBUG_TOKENS, "smoke-test", "DELETE " + DEBUG_TOKENS + "/abc");
    assertThat(cloud().calls())
        .anyMatch(call -> call.startsWith("smoke-test") && call.endsWith(" --expects-app-check"))
        .noneMatch(call -> call.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-.*"));
  }

  private void enforceAppCheck() throws Exception {
    cloud().write("terraform/terraform.tfvars", "app_check = \"enforced\"\n");
    cloud().answer(WEB_APPS, "{\"apps\": [{\"appId\": \"%s\"}]}".formatted(APP));
    cloud()
        .answer(
            "terraform output app_check",
            "{\"app_id\": \"%s\", \"is_enforced\": true, \"site_key\": \"site-key\"}"
                .formatted(APP));
    cloud()
        .answer(
            "curl X-Goog-User-Project: moodify-test POST Content-Type: application/json",
            "{\"name\": \"projects/moodify-test/apps/%s/debugTokens/abc\"}".formatted(APP));
  }

  private static String debugTokenStep(String call) {
    Matcher curl = Pattern.compile("^curl .*-X (POST|DELETE) .*?(https\\S+)$").matcher(call);
    return curl.find() ? curl.group(1) + " " + curl.group(2) : call.replaceFirst(" .*", "");
  }

  private String policy() throws Exception {
    return JsonParser.parseString(Files.readString(cloud().file(".moodify/deploy/firebase.json")))
        .getAsJsonObject()
        .getAsJsonObject("hosting")
        .getAsJsonArray("headers")
        .toString();
  }
}
