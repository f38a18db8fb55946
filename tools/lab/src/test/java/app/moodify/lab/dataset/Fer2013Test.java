package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.lab.SharedData;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real FER-2013, which is not in the repository: {@code shared/data/fer2013} beside it. */
class Fer2013Test {
  private static List<LabelledCrop> faces;

  @BeforeAll
  static void readFaces() throws Exception {
    faces = FaceDataset.read(SharedData.folder("fer2013"), sentence -> {});
  }

  private static Map<Split, Long> countBySplit(List<LabelledCrop> chosen) {
    return chosen.stream()
        .collect(Collectors.groupingBy(LabelledCrop::split, Collectors.counting()));
  }

  @Test
  void theSplitsHaveTheirKnownSizes() {
    assertThat(countBySplit(faces))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Split.TRAINING, 28_709L, Split.PUBLIC_TEST, 3_589L, Split.PRIVATE_TEST, 3_589L));
  }

  @Test
  void theKnownCopiesOfTrainingAreMarked() {
    assertThat(countBySplit(faces.stream().filter(LabelledCrop::copyOfTraining).toList()))
        .containsEntry(Split.PRIVATE_TEST, 288L)
        .containsEntry(Split.PUBLIC_TEST, 280L);
  }

  @Test
  void allButTheRowsThatAreNotExactHaveVotes() {
    assertThat(faces.stream().filter(face -> face.votes().isEmpty())).hasSize(177);
  }
}
