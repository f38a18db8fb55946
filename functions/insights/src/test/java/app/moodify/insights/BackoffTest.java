package app.moodify.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({"1, 20", "2, 40", "3, 80", "6, 640", "7, 1000", "12, 1000", "1000, 1000"})
  void itGrowsUpToASecondAndIsSpreadOverTheUpperHalf(int failures, long longest) {
    Backoff backoff = new Backoff(new Random(7));

    for (int draws = 0; draws < 1000; draws++) {
      assertThat(backoff.after(failures))
          .isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
    }
  }
}
