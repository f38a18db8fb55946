package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Settings;
import app.moodify.core.music.Catalogue;
import app.moodify.music.audius.AudiusCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class CatalogueSettingsTest {
  @Test
  void withoutAnySettingAudiusAndTheOwnSongsAreAsked() {
    assertThat(catalogues(Map.of())).containsExactly("Audius", "Your songs", "Moodify originals");
    assertThat(CatalogueSettings.of(Map.of()).audiusHosts()).isEqualTo(AudiusCatalogue.HOSTS);
  }

  @Test
  void jamendoIsAskedOnlyWithAClientId() {
    assertThat(catalogues(Map.of("JAMENDO_CLIENT_ID", "abc"))).startsWith("Jamendo");
    assertThat(catalogues(Map.of("JAMENDO_CLIENT_ID", " "))).doesNotContain("Jamendo");
  }

  @Test
  void theCataloguesThatAreAskedMayBeNamed() {
    assertThat(catalogues(Map.of("MOODIFY_CATALOGUES", "none")))
        .containsExactly("Moodify originals");
    assertThat(catalogues(Map.of("MOODIFY_CATALOGUES", " Songs ,")))
        .containsExactly("Your songs", "Moodify originals");
    assertThatThrownBy(() -> catalogues(Map.of("MOODIFY_CATALOGUES", "spotify")))
        .hasMessageContaining("MOODIFY_CATALOGUES names no known catalogue: spotify");
  }

  @Test
  void hostsMayBeNamed() {
    CatalogueSettings settings =
        CatalogueSettings.of(
            Map.of(
                "MOODIFY_JAMENDO_URL", "http://127.0.0.1:9911/v3.0",
                "MOODIFY_AUDIUS_HOSTS", "http://127.0.0.1:9912, https://a.example/"));

    assertThat(settings.jamendoApi()).isEqualTo(HttpUrl.get("http://127.0.0.1:9911/v3.0/"));
    assertThat(settings.audiusHosts())
        .containsExactly(HttpUrl.get("http://127.0.0.1:9912/"), HttpUrl.get("https://a.example/"));
    assertThat(settings.hosts()).containsExactlyInAnyOrder("127.0.0.1", "a.example");
    assertThatThrownBy(
            () -> CatalogueSettings.of(Map.of("MOODIFY_JAMENDO_URL", "jamendo")).jamendoApi())
        .hasMessageContaining("MOODIFY_JAMENDO_URL must be an address");
  }

  private static List<String> catalogues(Map<String, String> environment) {
    Settings settings =
        Settings.of(
            Map.of(
                "GOOGLE_CLOUD_PROJECT", "demo-moodify", "FIRESTORE_EMULATOR_HOST", "127.0.0.1:1"));
    try (Cloud cloud = new Cloud(settings)) {
      return MusicSources.of(CatalogueSettings.of(environment), cloud, Clock.systemUTC())
          .catalogues()
          .stream()
          .map(Catalogue::name)
          .toList();
    }
  }
}
