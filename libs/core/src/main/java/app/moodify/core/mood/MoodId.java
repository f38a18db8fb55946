package app.moodify.core.mood;

import app.moodify.core.DocumentId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one mood entry of one person. Both parts are ids that Firestore accepts for a document.
 *
 * @param uid the person, as Firebase Authentication names them
 * @param moodId the entry, chosen by the page
 */
public record MoodId(String uid, String moodId) {
  private static final Pattern PHOTO_PATH = Pattern.compile("photos/([^/]+)/([^/]+)");
  private static final Pattern KEPT_PHOTO_PATH = Pattern.compile("kept/([^/]+)/([^/]+)");
  private static final Pattern MOOD_PATH = Pattern.compile("users/([^/]+)/moods/([^/]+)");
  private static final int MAX_BYTES = 1500;

  /** Rejects parts that cannot name a Firestore document. */
  public MoodId {
    if (!isDocumentId(uid) || !isDocumentId(moodId)) {
      throw new IllegalArgumentException("No ids of a person and a mood entry");
    }
  }

  /** Returns the mood of these names, or nothing if they cannot name a Firestore document. */
  public static Optional<MoodId> of(String uid, String moodId) {
    return isDocumentId(uid) && isDocumentId(moodId)
        ? Optional.of(new MoodId(uid, moodId))
        : Optional.empty();
  }

  /**
   * Returns the mood that a photo belongs to, or nothing if this is not the path of a photo, {@code
   * photos/{uid}/{moodId}}.
   */
  public static Optional<MoodId> ofPhotoPath(String path) {
    return parse(PHOTO_PATH, path);
  }

  /**
   * Returns the mood that a photo is kept for, or nothing if this is not the path of one, {@code
   * kept/{uid}/{moodId}}.
   */
  public static Optional<MoodId> ofKeptPhotoPath(String path) {
    return parse(KEPT_PHOTO_PATH, path);
  }

  /**
   * Returns the mood at a Firestore path, or nothing if this is not the path of a mood, {@code
   * users/{uid}/moods/{moodId}}.
   */
  public static Optional<MoodId> ofMoodPath(String path) {
    return parse(MOOD_PATH, path);
  }

  /** Returns where a photo is uploaded to; it stays there for a day at most. */
  public String photoPath() {
    return "photos/" + uid + "/" + moodId;
  }

  /** Returns where the photo of a person is who keeps photos. */
  public String keptPhotoPath() {
    return "kept/" + uid + "/" + moodId;
  }

  /** Returns the entry without the person, who is not to be named in any log. */
  @Override
  public String toString() {
    return moodId;
  }

  private static Optional<MoodId> parse(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  /** The rules of cloud.google.com/firestore/quotas, "Constraints on document IDs". */
  private static boolean isDocumentId(String id) {
    return !id.isBlank()
        && id.indexOf('/') < 0
        && !DocumentId.isReserved(id)
        && id.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }
}
