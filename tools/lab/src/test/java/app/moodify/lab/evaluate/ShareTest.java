package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void theIntervalIsWilsons() {
    Share share = Share.of(81, 263); // Newcombe 1998, example 1, method 3: 0.2553 to 0.3662

    assertThat(share.value()).isCloseTo(0.3080, within(1e-4));
    assertThat(share.low()).isCloseTo(0.2553, within(1e-4));
    assertThat(share.high()).isCloseTo(0.3662, within(1e-4));
  }

  @Test
  void noneOfFewStillLeavesRoomAbove() {
    Share share = Share.of(0, 20); // Newcombe 1998, example 3: 0 to 0.1611

    assertThat(share.low()).isZero();
    assertThat(share.high()).isCloseTo(0.1611, within(1e-4));
  }

  @Test
  void nothingCountedClaimsNothing() {
    assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 1, 0));
  }
}
