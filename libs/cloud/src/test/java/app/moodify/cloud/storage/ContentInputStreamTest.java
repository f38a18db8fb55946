package app.moodify.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentInputStreamTest {
  /** Around the size of the buffer, and several times that. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 262_143, 262_144, 262_145, 1_000_000})
  void whatWasWrittenIsRead(int length) throws IOException {
    byte[] bytes = bytes(length);

    try (InputStream in = ContentInputStream.of(out -> out.write(bytes))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 262_143, 262_144, 262_145, 1_000_000})
  void whatCouldNotBeWrittenToItsEndHasNoEnd(int length) throws IOException {
    RuntimeException fault = new IllegalStateException("The store is down");

    try (InputStream in =
        ContentInputStream.of(
            out -> {
              out.write(bytes(length));
              throw fault;
            })) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasCause(fault);
    }
  }

  @Test
  void writingEndsWhenNobodyReadsAnyMore() throws Exception {
    CompletableFuture<Exception> refused = new CompletableFuture<>();
    InputStream in =
        ContentInputStream.of(
            out -> {
              try {
                while (true) {
                  out.write(bytes(8192));
                }
              } catch (IOException e) {
                refused.complete(e);
                throw e;
              }
            });
    in.readNBytes(1_000_000);

    in.close();

    assertThat(refused.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
