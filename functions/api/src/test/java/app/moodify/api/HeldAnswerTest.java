package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.testing.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldAnswerTest {
  private final FakeClock clock = new FakeClock(Instant.parse("2026-12-01T12:00:00Z"));
  private final HeldAnswer answer = new HeldAnswer(10, Duration.ofSeconds(15), clock);

  @Test
  void whatFitsIsWhole() throws IOException {
    answer.write(new byte[] {1, 2, 3});
    clock.advance(Duration.ofSeconds(15));
    answer.write(4);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.writeTo(out);
    assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(answer.size()).isEqualTo(4);
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    answer.write(new byte[10]);

    assertThatThrownBy(() -> answer.write(1)).isInstanceOf(HeldAnswer.TooMuchException.class);
  }

  @Test
  void whatTakesTooLongIsRefused() throws IOException {
    answer.write(1);
    clock.advance(Duration.ofSeconds(16));

    assertThatThrownBy(() -> answer.write(1)).isInstanceOf(HeldAnswer.TooMuchException.class);
  }
}
