package app.moodify.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.PersonalFiles;
import com.google.cloud.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose files are in the bucket; a stub server stands for Cloud Storage. */
class CloudStoragePersonalFilesTest {
  @AutoClose private final MockWebServer server = new MockWebServer();
  @AutoClose private Storage storage;
  private PersonalFiles files;

  @BeforeEach
  void start() throws IOException {
    server.start();
    String host = "http://127.0.0.1:" + server.getPort();
    storage = Clients.storage(Emulators.only("STORAGE_EMULATOR_HOST", host));
    files = new CloudStoragePersonalFiles(() -> storage, () -> "bucket");
  }

  @Test
  void peopleOfEveryPlaceAreListedPageByPage() throws Exception {
    answer("{'prefixes':['exports/ada/']}");
    answer("{'prefixes':['kept/ada/','kept/bea/'],'nextPageToken':'page/2'}");
    answer("{'prefixes':['kept/cem/']}");
    answer("{}");
    answer("{'items':[{'bucket':'bucket','name':'pictures/dee'}],'prefixes':['pictures/eli/']}");

    assertThat(everybody()).containsExactly("ada", "ada", "bea", "cem", "dee", "eli");

    assertThat(target()).contains("prefix=exports/", "delimiter=/").doesNotContain("pageToken");
    assertThat(target()).contains("prefix=kept/").doesNotContain("pageToken");
    assertThat(target()).contains("prefix=kept/", "pageToken=page/2");
    assertThat(target()).contains("prefix=photos/").doesNotContain("pageToken");
    assertThat(target()).contains("prefix=pictures/");
  }

  @Test
  void namesThatNobodyCanHaveAreLeftOut() {
    answer("{}");
    answer("{'prefixes':['kept//','kept/../','kept/__a__/']}");
    answer("{'items':[{'bucket':'bucket','name':'photos/readme'}]}");
    answer("{'items':[{'bucket':'bucket','name':'pictures/'}]}");

    assertThat(everybody()).isEmpty();
  }

  @Test
  void aBucketThatCannotBeReachedThrows() {
    server.enqueue(new MockResponse.Builder().code(403).build());

    assertThatThrownBy(() -> files.people(Optional.empty()))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  private List<String> everybody() {
    List<String> people = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Batch<String> batch = files.people(cursor);
      people.addAll(batch.items());
      cursor = batch.next();
    } while (cursor.isPresent());
    return people;
  }

  private void answer(String json) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("content-type", "application/json")
            .body(json.replace('\'', '"'))
            .build());
  }

  private String target() throws InterruptedException {
    return server.takeRequest().getTarget().replace("%2F", "/");
  }
}
