package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEventStore;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Query.Direction;
import com.google.cloud.firestore.Transaction;
import io.grpc.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events in {@code securityEvents/{id}}, where neither names nor fields tell whose they are without
 * the key; and what was seen of an account last in {@code users/{uid}/securityTrail/seen}. The
 * rules close both to everybody.
 */
public final class FirestoreSecurityEventStore implements SecurityEventStore {
  private static final String SUBJECT = "subject";
  private static final String KIND = "kind";
  private static final String METHOD = "method";
  private static final String METHODS = "methods";
  private static final String CONSENTS_UNTIL = "consentsUntil";
  private static final String AT = "at";
  private static final String LOOKING = "Looking at an account for its security trail";

  /** How many consents one look takes up; the next one goes on. A commit may have 500 writes. */
  private static final int CONSENTS_AT_ONCE = 100;

  private final Supplier<Firestore> firestore;
  private final KeyedHash names;

  /**
   * Uses a client, which is opened at the first call.
   *
   * @param key what makes names of people's ids; another key finds nothing of what was added before
   */
  public FirestoreSecurityEventStore(Supplier<Firestore> firestore, String key) {
    this.firestore = firestore;
    this.names = new KeyedHash(key);
  }

  @Override
  public void add(String uid, SecurityEvent event) {
    ApiFutures.awaitUnlessRefused(
        "Adding to a security trail",
        place(uid, event).create(fields(uid, event)),
        Status.Code.ALREADY_EXISTS);
  }

  @Override
  public List<SecurityEvent> newest(String uid, Instant since, int atMost) {
    return ApiFutures.await(
            "Reading a security trail",
            events()
                .whereEqualTo(SUBJECT, subject(uid))
                .whereGreaterThan(AT, Documents.timestamp(since))
                .orderBy(AT, Direction.DESCENDING)
                .limit(atMost)
                .get())
        .getDocuments()
        .stream()
        .flatMap(document -> event(document.getData()).stream())
        .toList();
  }

  @Override
  public void observe(String uid, Observer observer) {
    DocumentReference known =
        Documents.user(firestore.get(), uid).collection("securityTrail").document("seen");
    DocumentSnapshot before = ApiFutures.await(LOOKING, known.get());
    Optional<Seen> seen = seen(before);
    List<Consent> consents =
        ApiFutures.await(LOOKING, consentsSince(uid, seen.flatMap(Seen::consentsUntil)).get())
            .getDocuments()
            .stream()
            .flatMap(document -> consent(document.getData()).stream())
            .toList();
    observer
        .compare(seen, consents)
        .ifPresent(observation -> record(uid, before, known, observation));
  }

  /**
   * Stores what came of a look, unless another look stored something since this one began: what
   * there is to see is then in the trail, or found by the next look. No two looks wait for each
   * other, as they would if what is known were read in the transaction.
   */
  private void record(
      String uid, DocumentSnapshot before, DocumentReference known, Observation observation) {
    ApiFutures.awaitUnlessRefused(
        "Recording what is new of an account in its security trail",
        firestore
            .get()
            .runTransaction(
                transaction -> {
                  DocumentReference erasure = FirestoreErasureLog.place(firestore.get(), uid);
                  boolean keeps = !transaction.get(erasure).get().exists();
                  if (keeps) {
                    writeUnlessChanged(transaction, before, known, fields(observation.seen()));
                    observation
                        .events()
                        .forEach(event -> transaction.set(place(uid, event), fields(uid, event)));
                  }
                  return keeps;
                }),
        Status.Code.ALREADY_EXISTS,
        Status.Code.FAILED_PRECONDITION,
        Status.Code.NOT_FOUND);
  }

  private static void writeUnlessChanged(
      Transaction transaction,
      DocumentSnapshot before,
      DocumentReference place,
      Map<String, Object> fields) {
    if (before.exists()) {
      transaction.update(place, fields, Precondition.updatedAt(before.getUpdateTime()));
    } else {
      transaction.create(place, fields);
    }
  }

  private Query consentsSince(String uid, Optional<Instant> time) {
    Query all = Documents.user(firestore.get(), uid).collection("consents").orderBy(AT);
    return time.map(last -> all.startAfter(Documents.timestamp(last)))
        .orElse(all)
        .limit(CONSENTS_AT_ONCE);
  }

  /** An event's name comes from what it says, so that adding it again writes the same document. */
  private DocumentReference place(String uid, SecurityEvent event) {
    return events()
        .document(
            names.of(
                "event",
                uid,
                event.kind().key(),
                event.method().orElse(""),
                Long.toString(event.at().toEpochMilli())));
  }

  private String subject(String uid) {
    return names.of(SUBJECT, uid);
  }

  private CollectionReference events() {
    return firestore.get().collection("securityEvents");
  }

  private Map<String, Object> fields(String uid, SecurityEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(SUBJECT, subject(uid));
    fields.put(KIND, event.kind().key());
    event.method().ifPresent(method -> fields.put(METHOD, method));
    fields.put(AT, Documents.timestamp(event.at()));
    fields.put("expiresAt", Documents.timestamp(event.expiresAt()));
    return fields;
  }

  private static Optional<SecurityEvent> event(Map<String, Object> fields) {
    return fields.get(AT) instanceof Timestamp at
        ? Documents.text(fields, KIND)
            .flatMap(SecurityEvent.Kind::fromKey)
            .map(
                kind ->
                    new SecurityEvent(kind, Documents.text(fields, METHOD), Documents.instant(at)))
        : Optional.empty();
  }

  private static Map<String, Object> fields(Seen seen) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(METHODS, seen.methods());
    seen.consentsUntil().ifPresent(at -> fields.put(CONSENTS_UNTIL, Documents.timestamp(at)));
    return fields;
  }

  private static Optional<Seen> seen(DocumentSnapshot document) {
    if (!document.exists() || !(document.get(METHODS) instanceof List<?> methods)) {
      return Optional.empty();
    }
    return Optional.of(
        new Seen(
            methods.stream().map(String::valueOf).toList(),
            Optional.ofNullable(document.getTimestamp(CONSENTS_UNTIL)).map(Documents::instant)));
  }

  private static Optional<Consent> consent(Map<String, Object> fields) {
    return fields.get(AT) instanceof Timestamp at
        ? Optional.of(new Consent(Boolean.TRUE.equals(fields.get("given")), Documents.instant(at)))
        : Optional.empty();
  }
}
