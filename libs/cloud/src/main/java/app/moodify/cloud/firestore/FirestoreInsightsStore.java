package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.InsightsStore;
import app.moodify.core.mood.MoodMoment;
import app.moodify.core.mood.MoodStatistics;
import app.moodify.core.music.MusicRequest;
import com.google.api.core.ApiFuture;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteResult;
import io.grpc.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Statistics in {@code users/{uid}/insights/summary}. */
public final class FirestoreInsightsStore implements InsightsStore {
  private static final int BATCH_SIZE = 500;
  private static final String CREATED_AT = "createdAt";

  /** What statistics need of an entry. */
  private static final String[] FIELDS = {
    "status", "source", "emotion", "correction", "goal", "scores", CREATED_AT
  };

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreInsightsStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Revision revision(String uid) {
    DocumentSnapshot document = ApiFutures.await("Looking at statistics", summary(uid).get());
    return new Revision(
        document.exists() && document.get(InsightsDocument.UPDATED_AT) instanceof Timestamp at
            ? Optional.of(Documents.instant(at))
            : Optional.empty(),
        Optional.ofNullable(document.getUpdateTime()).map(Timestamp::toString));
  }

  @Override
  public List<MoodMoment> moments(String uid) {
    List<MoodMoment> moments = new ArrayList<>();
    Documents.forEach(
        "Reading mood entries",
        Documents.user(firestore.get(), uid).collection("moods").orderBy(CREATED_AT).select(FIELDS),
        BATCH_SIZE,
        each -> moment(each.getData()).ifPresent(moments::add));
    return List.copyOf(moments);
  }

  @Override
  public ZoneId zone(String uid) {
    DocumentSnapshot profile =
        ApiFutures.await("Reading a profile", Documents.user(firestore.get(), uid).get());
    return Optional.ofNullable(profile.get("timeZone"))
        .filter(String.class::isInstance)
        .flatMap(name -> zoneOf((String) name))
        .orElse(ZoneOffset.UTC);
  }

  @Override
  public boolean store(
      String uid, Revision before, Optional<MoodStatistics> insights, Instant countedAt) {
    DocumentReference place = summary(uid);
    return ApiFutures.awaitUnlessRefused(
            "Storing statistics",
            write(place, before, insights, countedAt),
            Status.Code.FAILED_PRECONDITION,
            Status.Code.NOT_FOUND,
            Status.Code.ALREADY_EXISTS)
        .isPresent();
  }

  private static ApiFuture<WriteResult> write(
      DocumentReference place,
      Revision before,
      Optional<MoodStatistics> insights,
      Instant countedAt) {
    Optional<Precondition> unchanged =
        before.state().map(state -> Precondition.updatedAt(Timestamp.parseTimestamp(state)));
    if (insights.isEmpty()) {
      return unchanged.map(place::delete).orElseGet(place::delete);
    }
    Map<String, Object> fields = InsightsDocument.write(insights.get(), countedAt);
    return unchanged
        .map(precondition -> place.update(fields, precondition))
        .orElseGet(() -> place.create(fields));
  }

  private static Optional<MoodMoment> moment(Map<String, Object> fields) {
    if (!(fields.get(CREATED_AT) instanceof Timestamp at)) {
      return Optional.empty();
    }
    return MoodDocument.read(fields)
        .flatMap(MusicRequest::of)
        .map(
            felt ->
                new MoodMoment(
                    Documents.instant(at),
                    emotion(fields, felt),
                    felt.scores().affect().valence(),
                    felt.goal() == Goal.LIFT));
  }

  /** What the page shows: the name that was stored, rather than a tie resolved anew. */
  private static Emotion emotion(Map<String, Object> fields, MusicRequest felt) {
    return Documents.text(fields, "correction")
        .flatMap(Emotion::fromKey)
        .or(() -> Documents.text(fields, "emotion").flatMap(Emotion::fromKey))
        .orElse(felt.emotion());
  }

  private static Optional<ZoneId> zoneOf(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private DocumentReference summary(String uid) {
    return Documents.user(firestore.get(), uid).collection("insights").document("summary");
  }
}
