package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FerPlusMajorityTest {

  @Test
  void moreThanHalfMustAgree() {
    assertThat(FerPlusMajority.of(List.of(6, 4, 0, 0, 0, 0, 0, 0, 0, 0))).contains(0);
    assertThat(FerPlusMajority.of(List.of(5, 5, 0, 0, 0, 0, 0, 0, 0, 0))).isEmpty();
  }

  @Test
  void singleVotesAreDroppedAsSlips() {
    assertThat(FerPlusMajority.of(List.of(1, 5, 1, 1, 1, 1, 0, 0, 0, 0))).contains(1);
    assertThat(FerPlusMajority.of(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).isEmpty();
  }

  @Test
  void agreementThatItIsNoFaceOrUnknownIsNoLabel() {
    assertThat(FerPlusMajority.of(List.of(0, 0, 0, 0, 0, 0, 0, 0, 10, 0))).isEmpty();
    assertThat(FerPlusMajority.of(List.of(0, 3, 0, 0, 0, 0, 0, 0, 0, 7))).isEmpty();
  }

  @Test
  void contemptIsAnExpressionHere() {
    assertThat(FerPlusMajority.of(List.of(2, 0, 0, 0, 0, 0, 0, 8, 0, 0))).contains(7);
  }
}
