package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir private Path checkout;
  private RunFolder folder;

  @BeforeEach
  void make() throws IOException {
    for (String file :
        new String[] {"firestore.rules", "firestore.indexes.json", "storage.rules"}) {
      Files.writeString(checkout.resolve(file), "rules of " + file);
    }
    Files.writeString(
        checkout.resolve("firebase.json"),
        """
        {"hosting":{"public":"hosting/dist",
          "rewrites":[{"source":"**","destination":"/index.html"}],
          "headers":[{"source":"**","headers":[{"key":"Content-Security-Policy",
           "value":"default-src 'none'; connect-src 'self' https://a.example; \
        report-uri /reports; report-to csp"}]}]},
         "firestore":{"rules":"firestore.rules"},"storage":{"rules":"storage.rules"}}
        """);
    Files.createDirectories(checkout.resolve("hosting/dist/assets"));
    Files.writeString(checkout.resolve("hosting/dist/index.html"), "<title>Moodify</title>");
    Files.writeString(checkout.resolve("hosting/dist/assets/app.js"), "let x;");
    folder = new RunFolder(checkout.resolve("a run"), checkout);
  }

  @Test
  void thePageIsServedWithTheAddressesOfTheEmulators() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(folder.resolve("site/assets/app.js")).hasContent("let x;");
    assertThat(json("site/emulators.json"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"auth":"http://127.0.0.1:6002",
                 "firestore":{"host":"127.0.0.1","port":6003},
                 "storage":{"host":"127.0.0.1","port":6004}}
                """));
  }

  @Test
  void theCheckoutsSettingsAreKeptAndEveryPortIsFixed() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    JsonObject config = json("firebase.json");
    assertThat(config.getAsJsonObject("hosting").get("public").getAsString()).isEqualTo("site");
    assertThat(config.getAsJsonObject("hosting").getAsJsonArray("rewrites")).hasSize(1);
    JsonObject emulators = config.getAsJsonObject("emulators");
    assertThat(emulators.getAsJsonObject("hosting").get("port").getAsInt()).isEqualTo(6000);
    assertThat(emulators.getAsJsonObject("tasks").get("port").getAsInt()).isEqualTo(6009);
    assertThat(emulators.getAsJsonObject("firestore").get("websocketPort").getAsInt())
        .isEqualTo(6017);
    assertThat(emulators.getAsJsonObject("ui").get("enabled").getAsBoolean()).isFalse();
  }

  @Test
  void thePagesPolicyLetsItReachTheEmulators() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(json("firebase.json").getAsJsonObject("hosting").get("headers").toString())
        .contains("http://127.0.0.1:6002 http://127.0.0.1:6003 http://127.0.0.1:6004 'self'")
        .contains("https://a.example");
  }

  @Test
  void thePagesPolicyIsReportedAsBrowsersDoWithoutHttps() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(json("firebase.json").getAsJsonObject("hosting").get("headers").toString())
        .contains("; report-uri /reports\"")
        .doesNotContain("report-to");
  }

  @Test
  void thePageIsToldOfAppCheckOnlyIfItIsRequired() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(json("site/app-check.json").size()).isZero();

    folder.prepare(new Ports(6000), Optional.of(URI.create("http://127.0.0.1:6018/token")));

    assertThat(json("site/app-check.json"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"provider\":\"local\",\"address\":\"http://127.0.0.1:6018/token\"}"));
    assertThat(json("firebase.json").getAsJsonObject("hosting").get("headers").toString())
        .contains("http://127.0.0.1:6004 http://127.0.0.1:6018/token 'self'");
  }

  @Test
  void thePageOffersGoogleAsTheEmulatorDoes() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(json("site/sign-in.json")).isEqualTo(JsonParser.parseString("{\"google\":true}"));
  }

  @Test
  void aChangeOfTheRulesIsSeen() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());

    Files.writeString(checkout.resolve("storage.rules"), "other rules");

    assertThat(folder.resolve("storage.rules")).hasContent("other rules");
  }

  @Test
  void nothingOfAnEarlierPageStays() throws IOException {
    folder.prepare(new Ports(6000), Optional.empty());
    Files.delete(checkout.resolve("hosting/dist/assets/app.js"));

    folder.prepare(new Ports(6000), Optional.empty());

    assertThat(folder.resolve("site/assets/app.js")).doesNotExist();
  }

  @Test
  void aPageThatIsNotBuiltIsNamed() throws IOException {
    Files.delete(checkout.resolve("hosting/dist/index.html"));

    assertThatThrownBy(() -> folder.prepare(new Ports(6000), Optional.empty()))
        .hasMessageContaining("not built");
  }

  private JsonObject json(String file) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(file))).getAsJsonObject();
  }
}
