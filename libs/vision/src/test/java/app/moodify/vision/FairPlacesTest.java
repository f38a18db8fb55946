package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.photo.AnalyzerBusyException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairPlacesTest {
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<String> entered = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  @Test
  void onePersonLeavesAPlaceToOthers() throws Exception {
    FairPlaces places = new FairPlaces(2, 8);
    enter(places, "ada 1", "ada 2");

    places.take("bob");

    assertThat(entered).containsExactly("ada 1");
    places.giveBack("ada");
    await(() -> entered.contains("ada 2"));
  }

  @Test
  void aSinglePlaceIsEverybodys() throws Exception {
    FairPlaces places = new FairPlaces(1, 8);

    enter(places, "ada 1", "ada 2");

    places.giveBack("ada");
    await(() -> entered.contains("ada 2"));
  }

  @Test
  void aFreePlaceGoesToWhomNoneWasLentForLongest() throws Exception {
    FairPlaces places = new FairPlaces(1, 8);
    enter(places, "ada 1", "ada 2", "ada 3", "bob 1", "bob 2", "eve 1");

    for (String person : List.of("ada", "bob", "eve", "ada", "bob")) {
      int before = entered.size();
      places.giveBack(person);
      await(() -> entered.size() == before + 1);
    }

    assertThat(entered).containsExactly("ada 1", "bob 1", "eve 1", "ada 2", "bob 2", "ada 3");
  }

  @Test
  void onePersonTakesHalfOfThePlacesToWait() throws Exception {
    FairPlaces places = new FairPlaces(1, 4);
    enter(places, "ada 1", "ada 2", "ada 3");

    assertThatThrownBy(() -> places.take("ada")).isInstanceOf(AnalyzerBusyException.class);
    enter(places, "bob 1", "bob 2");
    assertThatThrownBy(() -> places.take("eve")).isInstanceOf(AnalyzerBusyException.class);

    assertThat(entered).containsExactly("ada 1");
  }

  @Test
  void nobodyEntersWhileSomethingRunsAlone() throws Exception {
    FairPlaces places = new FairPlaces(2, 8);
    places.take("ada");
    CompletableFuture<Void> alone =
        CompletableFuture.runAsync(() -> places.runAlone(() -> entered.add("alone")), callers);
    await(() -> callers.toString().contains("active threads = 1"));

    places.giveBack("ada");
    alone.join();
    places.take("bob");

    assertThat(entered).containsExactly("alone");
  }

  /**
   * Has calls come one after the other; each is named after its person and notes that it entered.
   */
  private void enter(FairPlaces places, String... calls) throws InterruptedException {
    for (String call : calls) {
      Thread caller =
          new Thread(
              () -> {
                places.take(call.split(" ")[0]);
                entered.add(call);
              });
      caller.setDaemon(true);
      caller.start();
      await(() -> entered.contains(call) || caller.getState() == Thread.State.WAITING);
    }
  }

  private static void await(BooleanSupplier state) throws InterruptedException {
    while (!state.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
