package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.privacy.Export;
import app.moodify.privacy.SecurityTrail;
import app.moodify.testing.FakeAccountStore;
import app.moodify.testing.FakeClock;
import app.moodify.testing.FakePersonalDocuments;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FakeSecurityEventStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What a person can read in the ZIP with their data. */
class ReadableExportTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final FakePersonalDocuments documents = new FakePersonalDocuments(clock);

  @Test
  void entriesAreThereToBeReadTheNewestFirstWithTheirMusic() throws IOException {
    documents.put("users/ada", Map.of("timeZone", "Asia/Kolkata"));
    documents.put("users/ada/moods/older", mood("happy", "2026-11-30T20:00:00Z"));
    documents.put("users/ada/moods/newer", mood("sad", "2026-12-01T08:00:00Z"));
    documents.put(
        "users/ada/playlists/newer",
        Map.of("tracks", List.of(Map.of("title", "Rain", "artist", "Mira"), "odd")));

    String page = page();

    assertThat(page).containsSubsequence("<h3>Sad</h3>", "Rain by Mira", "<h3>Happy</h3>");
    assertThat(page).contains("Lift me up", "93% sure", "Dec 1, 2026");
    assertThat(page).as("the older one was made on the next day, there").doesNotContain("Nov 30");
  }

  @Test
  void whatAPersonTypedIsShownAndNeverPartOfThePage() throws IOException {
    documents.put("users/ada", Map.of("displayName", "<script>alert(1)</script>"));
    documents.put(
        "users/ada/savedPlaylists/s", Map.of("name", "a\" onload='x' & <b>", "tracks", List.of()));

    assertThat(page())
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;", "a&quot; onload=&#39;x&#39; &amp; &lt;b&gt;")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void itIsInThePersonsLanguageAndInEnglishWhereThatIsNotSpoken() throws IOException {
    documents.put("users/ada/moods/m", mood("happy", "2026-12-01T08:00:00Z"));

    documents.put("users/ada", Map.of("language", "hi"));
    assertThat(page()).contains("<html lang=\"hi\">", "ख़ुश", "मेरा मूड अच्छा करे");
    documents.put("users/ada", Map.of("language", "fr", "timeZone", "Moon/Tranquility"));
    assertThat(page()).contains("<html lang=\"en\">", "Happy");
  }

  @Test
  void fieldsOfAnotherTypeThanAgreedAreLeftOut() throws IOException {
    documents.put("users/ada/moods/m", Map.of("status", 7, "goal", true, "createdAt", "today"));
    documents.put("users/ada/playlists/m", Map.of("tracks", "none"));

    assertThat(page()).contains("<article>").doesNotContain("<time", "<details");
  }

  private static Map<String, Object> mood(String emotion, String at) {
    return Map.of(
        "status",
        "ready",
        "source",
        "photo",
        "emotion",
        emotion,
        "confidence",
        0.93,
        "goal",
        "lift",
        "createdAt",
        Instant.parse(at));
  }

  private String page() throws IOException {
    FakeAccountStore accounts = new FakeAccountStore();
    accounts.add("ada", false, Instant.EPOCH, Instant.EPOCH);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    SecurityTrail trail = new SecurityTrail(accounts, new FakeSecurityEventStore(), clock);
    new Export(accounts, documents, new FakePhotoStore(), trail, clock).write("ada", zip);
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().equals("README.html")) {
          return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("There is no README.html");
  }
}
