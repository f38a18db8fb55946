package app.moodify.cloud.client;

import app.moodify.core.ServiceUnavailableException;
import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.FirestoreException;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for calls to Google's services, and says in one way what went wrong. */
public final class ApiFutures {
  /** Above every client's own limit, so that it only ends what would never end. */
  private static final long LIMIT_SECONDS = 60;

  private ApiFutures() {}

  /**
   * Returns the result of a call.
   *
   * @param action what the call does, such as {@code "Storing the playlist"}
   */
  public static <T> T await(String action, ApiFuture<T> call) {
    try {
      return call.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw unavailable(action, e.getCause());
    } catch (TimeoutException e) {
      throw new ServiceUnavailableException(action + " took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException(action + " was interrupted", e);
    }
  }

  /**
   * Returns the result of a call, as {@link #await} does, or nothing if it was refused with one of
   * these statuses of gRPC.
   */
  public static <T> Optional<T> awaitUnlessRefused(
      String action, ApiFuture<T> call, Status.Code... codes) {
    try {
      return Optional.of(await(action, call));
    } catch (ServiceUnavailableException e) {
      if (isRefusedWith(e, codes)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns the results of several calls, in their order, as {@link #await} does of one. */
  public static <T> List<T> awaitAll(String action, List<ApiFuture<T>> calls) {
    return await(action, com.google.api.core.ApiFutures.allAsList(calls));
  }

  /** Returns what to throw where a call failed for a reason that may pass. */
  public static ServiceUnavailableException unavailable(String action, Throwable cause) {
    return new ServiceUnavailableException(action + " failed: " + cause.getMessage(), cause);
  }

  /** Returns whether a call failed with one of these statuses of gRPC. */
  public static boolean isRefusedWith(ServiceUnavailableException e, Status.Code... codes) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException api) {
        String status = api.getStatusCode().getCode().name();
        return Arrays.stream(codes).anyMatch(code -> code.name().equals(status));
      }
      if (cause instanceof FirestoreException firestore && firestore.getStatus() != null) {
        return List.of(codes).contains(firestore.getStatus().getCode());
      }
    }
    return false;
  }
}
