package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.testing.RecordingLog;
import app.moodify.upkeep.Upkeep.Job;
import com.google.cloud.firestore.DocumentReference;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data whose person has no account. */
class UpkeepOfOrphansTest extends UpkeepInFramework {
  @BeforeEach
  void addAda() throws Exception {
    accounts().add("ada", false, A_MONTH_AGO, NOW);
    document("users/ada/taste/current");
  }

  @Test
  void documentsWithoutAnAccountAreErasedOnceTheyAreKnownForADay() throws Exception {
    document("users/nobody/taste/current");
    document("users/nothing");

    run(clock());
    assertThat(notes()).containsExactly("nobody", "nothing");
    run(after(Duration.ofHours(24).minusSeconds(1)));
    assertThat(cloud().personalDocuments().isEmpty("nobody")).isFalse();
    assertThat(cloud().personalDocuments().isEmpty("nothing")).isFalse();

    run(after(Duration.ofHours(24).plusSeconds(1)));

    assertThat(cloud().personalDocuments().isEmpty("nobody")).isTrue();
    assertThat(cloud().personalDocuments().isEmpty("nothing")).isTrue();
    assertThat(notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exports/nobody/e0123456789.zip", "kept/nobody/m1", "pictures/nobody"})
  void filesWithoutAnAccountAreErasedOnceTheyAreKnownForADay(String path) throws Exception {
    photos().put(path, 1, NOW);

    run(clock());
    assertThat(notes()).containsExactly("nobody");
    // Only this job: others delete old photos and exports for reasons of their own.
    runOnly(orphanedData(after(Duration.ofHours(23))));
    assertThat(photos().paths()).containsExactly(path);
    runOnly(orphanedData(after(Duration.ofHours(25))));

    assertThat(photos().paths()).isEmpty();
    assertThat(notes()).isEmpty();
  }

  @Test
  void whatIsErasedLeavesATombstoneUntilNoTokenIsGood() throws Exception {
    document("users/nobody/taste/current");
    run(clock());

    run(after(Duration.ofHours(25)));
    assertThat(cloud().erasures().isOpen("nobody")).isTrue();
    run(after(Duration.ofHours(27)));
    assertThat(cloud().erasures().isOpen("nobody")).isFalse();
    assertThat(notes()).isEmpty();
  }

  /** Backups of Firestore hold no accounts, so who was erased since is known by having none. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoARestoredBackupBringsBackIsErasedOnceMore(boolean isErasureInIt) throws Exception {
    document("users/nobody/taste/current");
    document("users/nobody/consents/c1");
    if (isErasureInIt) {
      cloud().erasures().begin("nobody", NOW.minus(Duration.ofDays(6)));
    }

    run(clock());
    run(after(Duration.ofHours(25)));

    assertThat(cloud().personalDocuments().isEmpty("nobody")).isTrue();
    run(after(Duration.ofHours(27)));
    assertThat(cloud().erasures().isOpen("nobody")).isFalse();
    assertThat(notes()).isEmpty();
    assertThat(cloud().personalDocuments().isEmpty("ada")).isFalse();
  }

  @Test
  void dataOfSomebodyWithAnAccountStays() throws Exception {
    photos().put("pictures/ada", 1, NOW);

    run(clock());
    run(after(Duration.ofHours(25)));

    assertThat(notes()).isEmpty();
    assertThat(cloud().personalDocuments().isEmpty("ada")).isFalse();
    assertThat(photos().paths()).containsExactly("pictures/ada");
  }

  @Test
  void aDayBeginsAnewForWhomAnAccountWasThereMeanwhile() throws Exception {
    document("users/bea/taste/current");
    run(clock());
    accounts().add("bea", false, NOW, NOW);

    run(after(Duration.ofHours(12)));
    assertThat(notes()).isEmpty();

    accounts().delete("bea");
    run(after(Duration.ofHours(25)));
    assertThat(notes()).containsExactly("bea");
    assertThat(cloud().personalDocuments().isEmpty("bea")).isFalse();
  }

  @Test
  void nothingIsErasedWhileAccountsCannotBeLookedFor() throws Exception {
    document("users/nobody/taste/current");
    run(clock());
    document("users/other/taste/current");
    accounts().down(true);

    Job job = orphanedData(after(Duration.ofHours(25)));
    assertThatThrownBy(() -> runOnly(job)).isInstanceOf(ServiceUnavailableException.class);

    assertThat(cloud().personalDocuments().isEmpty("nobody")).isFalse();
    assertThat(notes()).containsExactly("nobody");
  }

  @Test
  void nothingIsNotedWhileAccountsCannotBeLookedFor() {
    accounts().down(true);

    assertThatThrownBy(() -> runOnly(orphanedData(clock())))
        .isInstanceOf(ServiceUnavailableException.class);

    assertThat(notes()).isEmpty();
  }

  @Test
  void whoIsBeingErasedIsNotNotedToo() throws Exception {
    document("users/nobody/taste/current");
    cloud().erasures().begin("nobody", NOW);

    run(clock());

    assertThat(notes()).isEmpty();
  }

  @Test
  void aRunLooksAtAPartAndTheNextGoesOnFromThere() {
    List<String> people = IntStream.range(10, 35).mapToObj(each -> "p" + each).toList();
    people.forEach(uid -> photos().put("pictures/" + uid, 1, NOW));

    // Two people a batch, see Batches.
    runOnly(orphanedData(clock()));
    assertThat(notes()).isEqualTo(people.subList(0, 10));
    runOnly(orphanedData(clock()));
    assertThat(notes()).isEqualTo(people.subList(0, 20));
    runOnly(orphanedData(clock()));
    assertThat(notes()).isEqualTo(people);
  }

  @Test
  void theLogSaysHowManyAndNotWho() throws Exception {
    document("users/nobody/taste/current");

    try (RecordingLog log = new RecordingLog()) {
      run(clock());
      run(after(Duration.ofHours(25)));

      assertThat(String.join("", log.lines()))
          .contains("1 noted, 0 erased", "0 noted, 1 erased")
          .doesNotContain("nobody");
    }
  }

  private void runOnly(Job job) {
    job.run(NOW.plus(Duration.ofDays(9)));
  }

  private Clock after(Duration duration) {
    return Clock.offset(clock(), duration);
  }

  private static void document(String path) throws Exception {
    firestore().document(path).set(Map.of("n", 1)).get();
  }

  private static List<String> notes() {
    return StreamSupport.stream(
            firestore().collection("orphans").listDocuments().spliterator(), false)
        .map(DocumentReference::getId)
        .toList();
  }
}
