package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import java.nio.file.Files;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BadPictureTest {
  @AutoClose
  private final VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(TestPhotos.models(), 1);

  @Test
  void theExpressionOfABlurredFaceIsNotSure() throws Exception {
    byte[] sharp = Files.readAllBytes(TestPhotos.models().resolve("faces/eileen_collins.png"));
    try (Photo photo = PhotoDecoder.decode(sharp);
        Mat blurred = new Mat();
        Size fitting = new Size(0, 0)) {
      GaussianBlur(photo.pixels(), blurred, fitting, 3);

      PhotoAnalysis analysis = analyzer.analyzeCrop(TestPhotos.encode(".png", blurred));

      assertThat(analyzer.analyzeCrop(sharp).status()).isEqualTo(MoodStatus.READY);
      assertThat(analysis.status()).isEqualTo(MoodStatus.UNSURE);
    }
  }
}
