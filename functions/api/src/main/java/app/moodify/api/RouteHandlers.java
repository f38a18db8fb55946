package app.moodify.api;

import app.moodify.cloud.Cloud;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.music.ShuffleStore;
import app.moodify.core.music.ShuffleStore.Shuffled;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.Revocations;
import app.moodify.core.person.SecurityEvent.Kind;
import app.moodify.core.person.SignIn;
import app.moodify.http.HttpResponder;
import app.moodify.http.Problem;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Erasure.Progress;
import app.moodify.privacy.Export;
import app.moodify.privacy.SecurityTrail;
import app.moodify.privacy.StoredExports;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Handles what was asked for, and answers. */
final class RouteHandlers {
  private static final Logger LOG = Logger.getLogger(RouteHandlers.class.getName());

  /** As long as a sign-in counts as proof for what cannot be taken back. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** As long as a guest needs no proof that the session is theirs. */
  private static final Duration NEW_GUEST = Duration.ofDays(1);

  /** What takes longer is answered with how far it is, and goes on when it is asked for again. */
  private static final Duration ERASE_TIMEOUT = Duration.ofSeconds(5);

  /** Detecting and recommending take half a second once they are warm. */
  private static final Duration SETTLING = Duration.ofMillis(1500);

  /** How many events of a person are shown. */
  private static final int MOST_EVENTS = 100;

  private final ExportHandler exports;
  private final Erasure erasure;
  private final ShuffleStore shuffles;
  private final AccountStore accounts;
  private final Revocations revocations;
  private final ProfileStore profiles;
  private final SecurityTrail trail;
  private final Clock clock;

  /** The counts are absent when it has ended, and where a store failed and nobody knows them. */
  private record ErasureStatus(String status, Integer deleted, Long left) {}

  private record Reshuffled(String moodId, int shuffle) {}

  RouteHandlers(
      Export export,
      StoredExports storedExports,
      Erasure erasure,
      ShuffleStore shuffles,
      AccountStore accounts,
      Revocations revocations,
      ProfileStore profiles,
      SecurityTrail trail,
      Clock clock) {
    this.exports = new ExportHandler(export, storedExports, clock);
    this.erasure = erasure;
    this.shuffles = shuffles;
    this.accounts = accounts;
    this.revocations = revocations;
    this.profiles = profiles;
    this.trail = trail;
    this.clock = clock;
  }

  static RouteHandlers of(Cloud cloud, Clock clock) {
    SecurityTrail trail = new SecurityTrail(cloud.accounts(), cloud.securityEvents(), clock);
    return new RouteHandlers(
        new Export(
            cloud.accounts(), cloud.personalDocuments(), cloud.personalFiles(), trail, clock),
        new StoredExports(cloud.exports(), cloud.exportFiles(), cloud.exportQueue(), clock),
        new Erasure(
            cloud.accounts(),
            cloud.personalDocuments(),
            cloud.personalFiles(),
            cloud.erasures(),
            trail,
            clock,
            SETTLING),
        cloud.shuffles(),
        cloud.accounts(),
        cloud.revocations(),
        cloud.profiles(),
        trail,
        clock);
  }

  /** Opens connections, by asking for what nobody has. */
  void warmUp() {
    erasure.hasBegun("warm-up");
    accounts.find("warm-up");
  }

  void run(Call call, SignIn caller, HttpRequest request, HttpResponse response)
      throws IOException, Problem {
    switch (call.route()) {
      case EXPORT -> export(caller, response);
      case ERASE -> erase(caller, response);
      case RESHUFFLE -> reshuffle(caller, call.moodId().orElseThrow(), response);
      case CONSENT -> consent(caller, request, response);
      case SECURITY_EVENTS -> securityEvents(caller, response);
      case SIGN_OUT -> signOut(caller, response);
      default -> throw new IllegalStateException("Nothing handles " + call.route());
    }
  }

  private void export(SignIn caller, HttpResponse response) throws IOException, Problem {
    if (!isRecent(caller)) {
      throw signInAgain();
    }
    trail.record(caller.uid(), Kind.EXPORT_REQUESTED);
    exports.answer(caller.uid(), response);
  }

  /**
   * Says whether somebody may reach all that is kept of a person: whoever finds a device unlocked,
   * or has got hold of a token, is not to download it, nor to erase it. A guest has nothing to sign
   * in with, and keeps the right to both: what they have is the session in their browser, which
   * makes a new token, as a token cannot (docs/decisions/0023-proof-of-a-guest.md).
   */
  private boolean isRecent(SignIn caller) {
    Instant now = clock.instant();
    if (caller.anonymous() && caller.at().plus(NEW_GUEST).isAfter(now)) {
      return true;
    }
    Instant proof = caller.anonymous() ? caller.issuedAt() : caller.at();
    return proof.plus(RECENT).isAfter(now);
  }

  private static Problem signInAgain() {
    return new Problem(
            401,
            "reauthentication_required",
            "This takes a recent sign-in. Sign in again, then ask for it within five minutes.")
        .with(
            "WWW-Authenticate",
            // RFC 9470
            "Bearer realm=\"moodify\", error=\"insufficient_user_authentication\", max_age=\"%d\""
                .formatted(RECENT.toSeconds()));
  }

  private void erase(SignIn caller, HttpResponse response) throws IOException, Problem {
    // Whoever has begun it has shown who they are, and is to be able to bring it to its end.
    if (!isRecent(caller) && !erasure.hasBegun(caller.uid())) {
      throw signInAgain();
    }
    Optional<Progress> progress = erase(caller.uid());
    if (progress.filter(Progress::ended).isPresent()) {
      HttpResponder.json(response, 200, new ErasureStatus("erased", null, null));
      return;
    }
    HttpResponder.json(
        response,
        202,
        new ErasureStatus(
            "erasing",
            progress.map(Progress::deleted).orElse(null),
            progress.map(Progress::left).orElse(null)));
  }

  /** What has begun goes on in any case: a store that fails in the middle of it is no refusal. */
  private Optional<Progress> erase(String uid) {
    try {
      return Optional.of(erasure.erase(uid, ERASE_TIMEOUT));
    } catch (ServiceUnavailableException e) {
      if (!erasure.hasBegun(uid)) {
        throw e;
      }
      LOG.log(Level.WARNING, "Erasure: it goes on later", e);
      return Optional.empty();
    }
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

  private void consent(SignIn caller, HttpRequest request, HttpResponse response)
      throws IOException, Problem {
    ConsentRequest wish = ConsentRequest.read(request);
    Instant now = clock.instant();
    profiles.recordConsent(caller.uid(), wish.given(), now);
    trail.record(caller.uid(), wish.given() ? Kind.CONSENT_GIVEN : Kind.CONSENT_WITHDRAWN, now);
    response.setStatusCode(204);
  }

  private void securityEvents(SignIn caller, HttpResponse response) throws IOException {
    HttpResponder.json(response, 200, SecurityEventList.of(trail.of(caller.uid(), MOST_EVENTS)));
  }

  /** Recorded before, for whoever signs out cannot ask once more if recording fails. */
  private void signOut(SignIn caller, HttpResponse response) {
    trail.record(caller.uid(), Kind.SIGNED_OUT_EVERYWHERE);
    accounts.endSessions(caller.uid());
    revocations.refuseBefore(caller.uid(), clock.instant());
    response.setStatusCode(204);
  }
}
