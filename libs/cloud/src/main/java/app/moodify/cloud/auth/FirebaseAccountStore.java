package app.moodify.cloud.auth;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.GetUsersResult;
import com.google.firebase.auth.ListUsersPage;
import com.google.firebase.auth.UidIdentifier;
import com.google.firebase.auth.UserIdentifier;
import com.google.firebase.auth.UserInfo;
import com.google.firebase.auth.UserRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Accounts of Firebase Authentication, through the Admin SDK. */
public final class FirebaseAccountStore implements AccountStore {
  private static final int BATCH_SIZE = 500;

  /** How many accounts one call may ask for. */
  private static final int LOOKUP_SIZE = 100;

  /** The longest id of an account, in characters. The SDK refuses longer ones without a call. */
  private static final int MAX_UID_LENGTH = 128;

  private final Supplier<FirebaseAuth> auth;

  /** Uses a client, which is opened at the first call. */
  public FirebaseAccountStore(Supplier<FirebaseAuth> auth) {
    this.auth = auth;
  }

  @Override
  public Optional<Account> find(String uid) {
    if (!isPossible(uid)) {
      return Optional.empty();
    }
    try {
      return Optional.of(account(auth.get().getUser(uid)));
    } catch (FirebaseAuthException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw unavailable("Reading an account", e);
    }
  }

  @Override
  public Batch<Account> batch(Optional<String> from) {
    try {
      ListUsersPage listed = auth.get().listUsers(from.orElse(null), BATCH_SIZE);
      List<Account> accounts = new ArrayList<>();
      listed.getValues().forEach(user -> accounts.add(account(user)));
      return new Batch<>(
          accounts, Optional.of(listed.getNextPageToken()).filter(t -> !t.isEmpty()));
    } catch (FirebaseAuthException e) {
      throw unavailable("Listing accounts", e);
    }
  }

  @Override
  public List<String> withoutAccount(List<String> uids) {
    List<UserIdentifier> possible = new ArrayList<>();
    uids.stream()
        .filter(FirebaseAccountStore::isPossible)
        .distinct()
        .forEach(uid -> possible.add(new UidIdentifier(uid)));
    Set<String> present = new HashSet<>();
    for (int from = 0; from < possible.size(); from += LOOKUP_SIZE) {
      present.addAll(
          present(possible.subList(from, Math.min(possible.size(), from + LOOKUP_SIZE))));
    }
    return uids.stream().filter(uid -> !present.contains(uid)).toList();
  }

  private List<String> present(List<UserIdentifier> uids) {
    try {
      GetUsersResult found = auth.get().getUsers(uids);
      return found.getUsers().stream().map(UserRecord::getUid).toList();
    } catch (FirebaseAuthException e) {
      throw unavailable("Looking for accounts", e);
    }
  }

  @Override
  public boolean delete(String uid) {
    if (!isPossible(uid)) {
      return false;
    }
    try {
      auth.get().deleteUser(uid);
      return true;
    } catch (FirebaseAuthException e) {
      if (!isGone(e)) {
        throw unavailable("Deleting an account", e);
      }
      return false;
    }
  }

  @Override
  public void endSessions(String uid) {
    try {
      auth.get().revokeRefreshTokens(uid);
    } catch (FirebaseAuthException e) {
      if (!isGone(e)) {
        throw unavailable("Signing a person out everywhere", e);
      }
    }
  }

  static Account account(UserRecord user) {
    return new Account(
        user.getUid(),
        text(user.getEmail()),
        user.isEmailVerified(),
        text(user.getDisplayName()),
        Arrays.stream(user.getProviderData()).map(UserInfo::getProviderId).toList(),
        Instant.ofEpochMilli(user.getUserMetadata().getCreationTimestamp()),
        Instant.ofEpochMilli(
            Math.max(
                user.getUserMetadata().getLastSignInTimestamp(),
                user.getUserMetadata().getLastRefreshTimestamp())));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static boolean isPossible(String uid) {
    return !uid.isEmpty() && uid.length() <= MAX_UID_LENGTH;
  }

  private static boolean isGone(FirebaseAuthException e) {
    return e.getAuthErrorCode() == AuthErrorCode.USER_NOT_FOUND;
  }

  /** Without the cause's message, which may name an e-mail address. */
  private static ServiceUnavailableException unavailable(String action, FirebaseAuthException e) {
    return new ServiceUnavailableException(
        action + " failed: " + e.getErrorCode() + ", " + e.getAuthErrorCode(), e);
  }
}
