package app.moodify.lab.evaluate;

import java.util.List;
import java.util.Map;

/**
 * All that is measured on labelled photos; written as it is to {@code metrics.json}.
 *
 * @param photos how many
 * @param faceFound on how many of them a face was found
 * @param accuracy how many answers are the label; a face that was not found counts as wrong
 * @param sure how many answers the "not sure" rule lets through
 * @param accuracyWhenSure how many of those are the label
 * @param byExpected accuracy by label, labels that occur only
 */
record PhotoReport(
    int photos,
    Share faceFound,
    Share accuracy,
    Share sure,
    Share accuracyWhenSure,
    Map<String, Share> byExpected) {

  static PhotoReport of(List<JudgedPhoto> photos) {
    List<JudgedPhoto> sure = photos.stream().filter(JudgedPhoto::isSure).toList();
    Map<String, Share> byExpected =
        SplitReport.byEmotion(
            emotion ->
                right(photos.stream().filter(each -> each.label().expected() == emotion).toList()));
    byExpected.values().removeIf(share -> share.count() == 0);
    return new PhotoReport(
        photos.size(),
        Share.of((int) photos.stream().filter(JudgedPhoto::isFaceFound).count(), photos.size()),
        right(photos),
        Share.of(sure.size(), photos.size()),
        right(sure),
        byExpected);
  }

  private static Share right(List<JudgedPhoto> photos) {
    return Share.of((int) photos.stream().filter(JudgedPhoto::isRight).count(), photos.size());
  }
}
