package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {
  private final KeyedHash hash = new KeyedHash("0123456789abcdef0123456789abcdef");

  @Test
  void aNameIsTheHmacOfItsPartsWithTheirLengths() {
    // printf %s 7:subject3:ada | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    assertThat(hash.of("subject", "ada")).isEqualTo("hW1sxwAz9rFuSP3iq3MXisqyLUSYRxA2cqOPQrIkLe0");
  }

  @Test
  void otherPartsAndOtherKeysMakeOtherNames() {
    assertThat(hash.of("ab", "c"))
        .isNotEqualTo(hash.of("a", "bc"))
        .isNotEqualTo(hash.of("abc"))
        .isNotEqualTo(hash.of("ab", "c", ""))
        .isNotEqualTo(new KeyedHash("another key of this installation").of("ab", "c"))
        .isEqualTo(hash.of("ab", "c"));
  }

  @Test
  void aNameCanBeThatOfADocument() {
    assertThat(hash.of("ada/../grace", "\u0000")).matches("[A-Za-z0-9_-]{43}");
  }
}
