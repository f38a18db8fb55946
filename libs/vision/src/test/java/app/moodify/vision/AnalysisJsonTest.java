package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.PhotoFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisJsonTest {
  private static final PhotoAnalysis.Times TIMES = new PhotoAnalysis.Times(9.1234, 4, 3.3, 16.4);

  @Test
  void anAnalysisHasTheExpression() {
    PhotoAnalysis analysis =
        new PhotoAnalysis(
            MoodStatus.READY,
            2,
            Optional.of(new FaceBox(-3, 4, 50, 60)),
            Optional.of(EmotionScores.of(0.01, 0, 0.02, 0.93, 0.01, 0.02, 0.01)),
            TIMES,
            "v1");

    assertThat(AnalysisJson.of("a.jpg", analysis))
        .isEqualTo(
            "{\"file\":\"a.jpg\",\"status\":\"ready\",\"faces\":2,\"box\":[-3,4,50,60],"
                + "\"emotion\":\"happy\",\"confidence\":0.93,\"scores\":{\"angry\":0.01,"
                + "\"disgust\":0.0,\"fear\":0.02,\"happy\":0.93,\"sad\":0.01,\"surprise\":0.02,"
                + "\"neutral\":0.01},\"ms\":{\"decode\":9.12,\"detect\":4.0,\"classify\":3.3,"
                + "\"total\":16.4}}");
  }

  @Test
  void withoutAFaceTheRestIsNull() {
    assertThat(AnalysisJson.of(null, PhotoAnalysis.noFace(TIMES, "v1")))
        .isEqualTo(
            "{\"file\":null,\"status\":\"no_face\",\"faces\":0,\"box\":null,\"emotion\":null,"
                + "\"confidence\":null,\"scores\":null,\"ms\":{\"decode\":9.12,\"detect\":4.0,"
                + "\"classify\":3.3,\"total\":16.4}}");
  }

  @Test
  void aFailureNamesItsCause() {
    assertThat(AnalysisJson.of("b\".jpg", PhotoFault.EMPTY))
        .isEqualTo(
            "{\"file\":\"b\\\".jpg\",\"status\":\"failed\",\"faces\":0,\"box\":null,"
                + "\"emotion\":null,\"confidence\":null,\"scores\":null,\"ms\":null,"
                + "\"error\":{\"code\":\"empty\",\"message\":"
                + "\"The file is empty. Please choose another photo.\"}}");
  }
}
