package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.ExportId;
import app.moodify.testing.SavedEvent;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that are made in the background: asked for, written, and gone again. */
class UpkeepOfExportsTest extends UpkeepInFramework {
  @BeforeEach
  void addAda() throws Exception {
    accounts().add("ada", false, A_MONTH_AGO, NOW);
    firestore().document("users/ada/savedPlaylists/s").set(Map.of("name", "Rain")).get();
  }

  @Test
  void anExportThatIsAskedForIsWrittenOnceAndAnnounced() throws Exception {
    ExportId id = exports(clock()).request("ada");
    assertThat(exports(clock()).request("ada")).as("one at a time").isEqualTo(id);
    assertThat(exportFiles().asked()).containsExactly(id);
    assertThat(announced(id)).containsEntry("status", "writing");

    export(clock(), message(id));

    assertThat(namesIn(exportFiles().files().get(id))).containsExactly("data.json", "README.html");
    assertThat(announced(id))
        .containsEntry("status", "ready")
        .containsEntry("bytes", (long) exportFiles().files().get(id).length);

    byte[] first = exportFiles().files().get(id);
    export(clock(), message(id));
    assertThat(exportFiles().files().get(id)).as("the message came twice").isSameAs(first);
  }

  @Test
  void theNextExportTakesThePlaceOfTheOneBefore() {
    ExportId first = exports(clock()).request("ada");
    export(clock(), message(first));
    ExportId second = exports(clock()).request("ada");
    export(clock(), message(second));

    assertThat(second).isNotEqualTo(first);
    assertThat(exportFiles().files()).containsOnlyKeys(second);
  }

  @Test
  void anExportIsGoneAfterADayAndOneThatNobodyWritesAfterAnHour() throws Exception {
    ExportId ready = exports(clock()).request("ada");
    export(clock(), message(ready));
    ExportId open = exports(clock()).request("ada");

    run(Clock.offset(clock(), Duration.ofMinutes(61)));
    assertThat(announced(open)).isNull();
    assertThat(announced(ready)).isNotNull();

    run(Clock.offset(clock(), Duration.ofHours(25)));
    assertThat(announced(ready)).isNull();
    assertThat(exportFiles().files()).isEmpty();
  }

  @Test
  void nothingIsLeftOfSomebodyWhoWasErasedMeanwhile() throws Exception {
    ExportId before = exports(clock()).request("ada");
    firestore().recursiveDelete(firestore().document("users/ada")).get();

    export(clock(), message(before));

    assertThat(exportFiles().files()).isEmpty();
    assertThat(announced(before)).isNull();
  }

  @Test
  void aMessageThatNamesNoExportHasAllLookedAfter() {
    for (String attributes :
        List.of(
            "{\"type\":\"export\"}",
            "{\"type\":\"export\",\"uid\":\"a/b\",\"exportId\":\"x\"}",
            "{\"type\":\"schedule\",\"uid\":\"ada\",\"exportId\":\"x\"}")) {
      export(clock(), message(attributes));
    }
    assertThat(exportFiles().files()).isEmpty();
  }

  private static SavedEvent message(ExportId id) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("type", "export");
    attributes.addProperty("uid", id.uid());
    attributes.addProperty("exportId", id.exportId());
    return message(attributes.toString());
  }

  private static SavedEvent message(String attributes) {
    String push = "{\"message\":{\"attributes\":%s,\"data\":\"e30=\"}}".formatted(attributes);
    return new SavedEvent(SCHEDULED.headers(), push.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> announced(ExportId id) throws Exception {
    return firestore().document("users/ada/exports/" + id.exportId()).get().get().getData();
  }

  private static List<String> namesIn(byte[] zip) throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        names.add(file.getName());
      }
    }
    return names;
  }
}
