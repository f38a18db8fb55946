package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T06:00:00Z");

  @Test
  void everyOtherSecondSaysHowManyFacesAreDone() {
    Progress progress = new Progress(told::add, () -> now);
    progress.start("Reading the table");
    for (int faces = 1000; faces <= 5000; faces += 1000) {
      now = now.plusSeconds(1);
      progress.done(faces);
    }

    assertThat(told)
        .containsExactly(
            "Reading the table",
            "Reading the table: 2,000 faces done",
            "Reading the table: 4,000 faces done");
  }

  @Test
  void aShortStepIsToldOnce() {
    Progress progress = new Progress(told::add, () -> now);
    progress.start("Reading the table");
    now = now.plusMillis(1900);
    progress.done(100);

    assertThat(told).containsExactly("Reading the table");
  }
}
