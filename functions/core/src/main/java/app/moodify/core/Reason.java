package app.moodify.core;

import java.util.Locale;

/** Why a track is on a playlist. Given only where it is true of the track. */
public enum Reason {
  /** It sounds like the expression looks. */
  FITS_EXPRESSION,
  /** It is brighter or livelier than the expression. */
  LIFTS_MOOD,
  /** It is quieter than the expression. */
  CALMS_DOWN,
  /** It is lively. */
  ENERGETIC,
  /** It is quiet. */
  GENTLE,
  /** It sounds pleasant. */
  BRIGHT,
  /** It sounds dark. */
  DARK;

  /** Returns the name used in Firestore and on the page, such as {@code fits_expression}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
