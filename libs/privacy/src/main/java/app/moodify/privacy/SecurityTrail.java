package app.moodify.privacy;

import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEvent.Kind;
import app.moodify.core.person.SecurityEventStore;
import app.moodify.core.person.SecurityEventStore.Consent;
import app.moodify.core.person.SecurityEventStore.Observation;
import app.moodify.core.person.SecurityEventStore.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened with a person's account. What a function does itself is recorded by it; what people
 * do at Firebase Authentication and in Firestore, past all functions, is found by comparing their
 * account and their consents with what was seen of them before. Thread-safe.
 */
public final class SecurityTrail {
  private final AccountStore accounts;
  private final SecurityEventStore events;
  private final Clock clock;

  /** Takes what it compares, and where it keeps what it finds. */
  public SecurityTrail(AccountStore accounts, SecurityEventStore events, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /** Records what happens now. */
  public void record(String uid, Kind kind) {
    record(uid, kind, clock.instant());
  }

  /** Records what happened at a time; once more changes nothing. */
  public void record(String uid, Kind kind, Instant at) {
    events.add(uid, new SecurityEvent(kind, at));
  }

  /** Returns what happened to a person so far, the newest first. */
  public List<SecurityEvent> of(String uid, int atMost) {
    observe(uid);
    return events.newest(uid, clock.instant().minus(SecurityEvent.KEPT_FOR), atMost);
  }

  /** Finds what has changed about a person's account; nothing if they have none. */
  public void observe(String uid) {
    accounts.find(uid).ifPresent(this::observe);
  }

  /** Finds what has changed about an account. */
  public void observe(Account account) {
    List<String> methods = account.providers().stream().sorted().distinct().toList();
    events.observe(
        account.uid(),
        (before, consents) -> {
          Seen seen =
              new Seen(
                  methods,
                  consents.isEmpty()
                      ? before.flatMap(Seen::consentsUntil)
                      : Optional.of(consents.get(consents.size() - 1).at()));
          if (before.equals(Optional.of(seen))) {
            return Optional.empty();
          }
          List<SecurityEvent> happened = new ArrayList<>();
          before.ifPresentOrElse(
              known -> happened.addAll(changes(known.methods(), methods)),
              () -> beginning(account, methods).ifPresent(happened::add));
          consents.forEach(consent -> happened.add(event(consent)));
          return Optional.of(new Observation(seen, happened));
        });
  }

  /** How an account began, unless that is longer ago than the trail reaches. */
  private Optional<SecurityEvent> beginning(Account account, List<String> methods) {
    SecurityEvent begun =
        account.isAnonymous()
            ? new SecurityEvent(Kind.GUEST_STARTED, account.createdAt())
            : new SecurityEvent(Kind.SIGN_UP, methods.stream().findFirst(), account.createdAt());
    return Optional.of(begun).filter(event -> event.expiresAt().isAfter(clock.instant()));
  }

  /** Nobody says when a way to sign in came or went, so it counts from when that is noticed. */
  private List<SecurityEvent> changes(List<String> before, List<String> after) {
    Instant now = clock.instant();
    List<SecurityEvent> changes = new ArrayList<>();
    for (String method : after) {
      if (!before.contains(method)) {
        changes.add(new SecurityEvent(Kind.SIGN_IN_METHOD_ADDED, Optional.of(method), now));
      }
    }
    for (String method : before) {
      if (!after.contains(method)) {
        changes.add(new SecurityEvent(Kind.SIGN_IN_METHOD_REMOVED, Optional.of(method), now));
      }
    }
    return changes;
  }

  private static SecurityEvent event(Consent consent) {
    return new SecurityEvent(
        consent.given() ? Kind.CONSENT_GIVEN : Kind.CONSENT_WITHDRAWN, consent.at());
  }
}
