package app.moodify.api;

import app.moodify.cloud.Cloud;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.music.ShuffleStore;
import app.moodify.core.music.ShuffleStore.Shuffled;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.SignIn;
import app.moodify.http.HttpResponder;
import app.moodify.http.Problem;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Handles what was asked for, and answers. */
final class RouteHandlers {
  /** As long as a sign-in counts as proof for what cannot be taken back. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** Firebase Hosting waits for an answer for 60 seconds. */
  private static final Duration ERASE_TIMEOUT = Duration.ofSeconds(40);

  /** Detecting and recommending take half a second once they are warm. */
  private static final Duration SETTLING = Duration.ofMillis(1500);

  private final Export export;
  private final Erasure erasure;
  private final ShuffleStore shuffles;
  private final AccountStore accounts;
  private final Clock clock;

  private record ErasureStatus(String status) {}

  private record Reshuffled(String moodId, int shuffle) {}

  RouteHandlers(
      Export export, Erasure erasure, ShuffleStore shuffles, AccountStore accounts, Clock clock) {
    this.export = export;
    this.erasure = erasure;
    this.shuffles = shuffles;
    this.accounts = accounts;
    this.clock = clock;
  }

  static RouteHandlers of(Cloud cloud, Clock clock) {
    return new RouteHandlers(
        new Export(cloud.accounts(), cloud.personalDocuments(), cloud.personalFiles(), clock),
        new Erasure(
            cloud.accounts(),
            cloud.personalDocuments(),
            cloud.personalFiles(),
            cloud.erasures(),
            clock,
            SETTLING),
        cloud.shuffles(),
        cloud.accounts(),
        clock);
  }

  /** Opens connections, by asking for what nobody has. */
  void warmUp() {
    erasure.hasBegun("warm-up");
    accounts.find("warm-up");
  }

  void run(Call call, SignIn caller, HttpResponse response) throws IOException, Problem {
    switch (call.route()) {
      case EXPORT -> export(caller, response);
      case ERASE -> erase(caller, response);
      case RESHUFFLE -> reshuffle(caller, call.moodId().orElseThrow(), response);
      case SIGN_OUT -> signOut(caller, response);
      default -> throw new IllegalStateException("Nothing handles " + call.route());
    }
  }

  private void export(SignIn caller, HttpResponse response) throws IOException {
    DeferredCommitOutputStream body =
        new DeferredCommitOutputStream(
            () -> {
              response.setContentType("application/zip");
              response.appendHeader(
                  "Content-Disposition", "attachment; filename=\"moodify-data.zip\"");
              return response.getOutputStream();
            });
    export.write(caller.uid(), body);
    body.close();
  }

  private void erase(SignIn caller, HttpResponse response) throws IOException, Problem {
    boolean isRecent = caller.at().plus(RECENT).isAfter(clock.instant());
    // Whoever has begun it has shown who they are, and is to be able to bring it to its end.
    if (!isRecent && !caller.anonymous() && !erasure.hasBegun(caller.uid())) {
      throw new Problem(
              401,
              "reauthentication_required",
              "Erasing cannot be taken back. Sign in again, then ask for it within five minutes.")
          .with(
              "WWW-Authenticate",
              // RFC 9470
              "Bearer realm=\"moodify\", error=\"insufficient_user_authentication\", max_age=\"%d\""
                  .formatted(RECENT.toSeconds()));
    }
    boolean erased = erasure.erase(caller.uid(), ERASE_TIMEOUT);
    HttpResponder.json(
        response, erased ? 200 : 202, new ErasureStatus(erased ? "erased" : "erasing"));
  }

  private void reshuffle(SignIn caller, String moodId, HttpResponse response)
      throws IOException, Problem {
    Optional<Shuffled> shuffled = MoodId.of(caller.uid(), moodId).flatMap(shuffles::shuffle);
    if (shuffled.isEmpty()) {
      throw new Problem(404, "no_such_entry", "You have no mood entry of this name.");
    }
    Optional<Integer> shuffle = shuffled.get().shuffle();
    if (shuffle.isEmpty()) {
      throw shuffled.get().status() == MoodStatus.ANALYZING
          ? new Problem(
              409, "analyzing", "The photo is still being read. Ask again when it is done.")
          : new Problem(
              409, "no_expression", "Without an expression there is no music. Pick a mood first.");
    }
    HttpResponder.json(response, 202, new Reshuffled(moodId, shuffle.get()));
  }

  private void signOut(SignIn caller, HttpResponse response) {
    accounts.endSessions(caller.uid());
    response.setStatusCode(204);
  }
}
