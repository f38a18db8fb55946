package app.moodify.detect;

import app.moodify.core.photo.DownloadTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes the download tokens of whatever shows a person, as soon as it is stored, so that it opens
 * through the rules only. Firebase gives one to every upload, in its answer to the uploader.
 */
final class TokenRemoval {
  private static final Logger LOG = Logger.getLogger(TokenRemoval.class.getName());
  private static final List<String> PERSONAL_FOLDERS = List.of("photos/", "kept/", "pictures/");

  private final DownloadTokens tokens;
  private final Clock clock;
  private final Background background;

  TokenRemoval(DownloadTokens tokens, Clock clock, Executor background) {
    this.tokens = tokens;
    this.clock = clock;
    this.background = new Background(background);
  }

  /** Returns whether this object shows a person. */
  static boolean concerns(FinalizedObject object) {
    return PERSONAL_FOLDERS.stream().anyMatch(object.reference().path()::startsWith);
  }

  /**
   * Removes an object's tokens while the rest is done with it, for the person waits for the rest.
   * Returns once both have ended.
   *
   * @throws RuntimeException of either, if it is to be tried again
   */
  void during(FinalizedObject object, Runnable rest) {
    CompletableFuture<Void> removal =
        background.start(
            "remove_tokens",
            () -> {
              remove(object);
              return null;
            });
    try {
      rest.run();
    } catch (RuntimeException e) {
      Background.awaitEnd(removal);
      throw e;
    }
    Background.join(removal);
  }

  private void remove(FinalizedObject object) {
    try {
      tokens.remove(object.reference());
    } catch (RuntimeException e) {
      if (!MoodLifecycle.isGivenUp(Duration.between(object.at(), clock.instant()))) {
        throw e;
      }
      LOG.log(
          Level.SEVERE,
          "Event " + object.eventId() + ": tokens are not removed, given up after an hour",
          e);
    }
  }
}
