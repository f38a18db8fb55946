package app.moodify.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.vision.VisionPhotoAnalyzer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisionBenchTest {

  @Test
  void measuresBothPhotosAndSaysWhatItDoes() {
    List<String> progress = new ArrayList<>();
    try (VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(System.getenv())) {
      VisionBench bench = VisionBench.measure(analyzer, 3, progress::add);

      assertThat(bench.photo().totalMs()).isGreaterThan(bench.photo().decodeMs());
      assertThat(bench.photo().cpuMs()).isPositive();
      assertThat(bench.large().decodeMs()).isGreaterThan(bench.photo().decodeMs());
      assertThat(bench.large().bytes()).isGreaterThan(1_000_000);
      assertThat(progress).hasSize(3);
    }
  }
}
