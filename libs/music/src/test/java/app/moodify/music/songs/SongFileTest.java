package app.moodify.music.songs;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.music.songs.SongFile.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongFileTest {
  private static final String HEADINGS = "title,artist,url,tags,emotion,genre,duration,licence\n";
  private static final String GOOD = "Tide,Ada,https://a.example/t.mp3,calm; sea,,folk,3:35,CC0\n";

  @Test
  void aSongHasWhatItsLineSays() {
    Track song = only(HEADINGS + GOOD);

    assertThat(song.id()).startsWith("own-");
    assertThat(song.source()).isEqualTo("Your songs");
    assertThat(song.title()).isEqualTo("Tide");
    assertThat(song.artist()).isEqualTo("Ada");
    assertThat(song.durationSeconds()).isEqualTo(215);
    assertThat(song.traits().tags()).containsExactly("calm", "sea");
    assertThat(song.traits().genre()).contains("folk");
    assertThat(song.affect()).isEqualTo(new Affect(0.4, -0.8));
    TrackLinks links = song.links().orElseThrow();
    assertThat(links.audio().url()).isEqualTo(URI.create("https://a.example/t.mp3"));
    assertThat(links.licence().orElseThrow().name()).isEqualTo("CC0");
  }

  @Test
  void anEmotionIsEnough() {
    assertThat(only("title,artist,url,emotion\nTide,Ada,https://a.example/t.mp3,Sad\n").affect())
        .isEqualTo(Emotion.SAD.affect());
  }

  @Test
  void theSameSongHasTheSameIdWhateverElseChanges() {
    String moved = GOOD.replace("a.example", "b.example").replace("Tide", "TIDE");

    assertThat(only(HEADINGS + GOOD).id()).isEqualTo(only(HEADINGS + moved).id());
    assertThat(only(HEADINGS + GOOD).id())
        .isNotEqualTo(only(HEADINGS + GOOD.replace("Ada", "Grace")).id());
  }

  @Test
  void headingsMayComeInAnyOrderAndCaseWithOthersBetweenThem() {
    Track song =
        only("Year,URL,Title,ARTIST,Tags\r\n1999,https://a.example/t.mp3,Tide,Ada,calm\r\n");

    assertThat(song.title()).isEqualTo("Tide");
  }

  @Test
  void whatSpreadsheetsWriteIsUnderstood() {
    Track song =
        only(
            "\ufefftitle;artist;url;tags\r\n\"Tide; or \"\"Sea\"\"\";Ada;https://a.example/t;calm");

    assertThat(song.title()).isEqualTo("Tide; or \"Sea\"");
  }

  @Test
  void eachProblemNamesItsLineAsAnEditorCounts() {
    SongFile file =
        read(
            HEADINGS
                + GOOD
                + "\n"
                + "\"Two\nlines\",Ada,https://a.example/2,calm,,,,\n"
                + ",Ada,https://a.example/3,calm,,,,\n"
                + "Four,Ada,ftp://a.example/4,calm,,,,\n"
                + "Five,Ada\n");

    assertThat(file.songs()).hasSize(2);
    assertThat(file.problems())
        .containsExactly(
            new Problem(6, "the title is missing"),
            new Problem(7, "the url \"ftp://a.example/4\" does not begin with https://"),
            new Problem(8, "the url is missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tide,Ada,https://a.example/t,nonsense,,,,|no tag of \"nonsense\" names a mood; add one"
            + " such as calm, happy, sad, energetic or dark, or an emotion",
        "Tide,Ada,https://a.example/t,,,,,|a mood is missing: give tags such as calm or happy, or"
            + " an emotion",
        "Tide,Ada,https://a.example/t,,joy,,,|\"joy\" is no emotion; take one of angry, disgust,"
            + " fear, happy, sad, surprise, neutral",
        "Tide,Ada,https://a.example/t,calm,,,long,|the duration \"long\" is neither 215 seconds nor"
            + " 3:35",
        "Tide,Ada,https://a.example/t,calm,,,0,|the duration \"0\" is not between 1 second and an"
            + " hour",
        "Tide,Ada,https://a.example/t,calm,,,60:00,|the duration \"60:00\" is not between 1 second"
            + " and an hour",
        "Tide,Ada,https://192.168.0.1/t,calm,,,,|the url \"https://192.168.0.1/t\" is no address of"
            + " the web",
        "Tide,Ada,https://,calm,,,,|the url \"https://\" is no address of the web"
      })
  void aProblemSaysWhatIsWrongAndHowItWouldBeRight(String line, String message) {
    assertThat(read(HEADINGS + line).problems()).containsExactly(new Problem(2, message));
  }

  @Test
  void theSameSongTwiceIsAProblem() {
    assertThat(read(HEADINGS + GOOD + GOOD.toUpperCase().replace("HTTPS", "https")).problems())
        .containsExactly(new Problem(3, "the same title and artist are in line 2"));
  }

  @Test
  void anOpenQuotationMarkIsAProblemOfItsLine() {
    SongFile file = read(HEADINGS + GOOD + "\"Open,Ada,https://a.example/o,calm\nmore\n");

    assertThat(file.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message()).contains("quotation mark");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "title,artist\n", "title,artist,url\n", "title,title,artist,url,tags\n"})
  void withoutTheHeadingsNothingIsRead(String text) {
    SongFile file = read(text);

    assertThat(file.songs()).isEmpty();
    assertThat(file.problems()).singleElement().extracting(Problem::line).isEqualTo(1L);
  }

  @Test
  void anotherEncodingIsAProblem() {
    SongFile file = SongFile.read((HEADINGS + "Ä").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(file.problems())
        .containsExactly(new Problem(1, "The file is no UTF-8 text; save it as UTF-8."));
  }

  private static Track only(String text) {
    SongFile file = read(text);
    assertThat(file.problems()).isEmpty();
    assertThat(file.songs()).hasSize(1);
    return file.songs().get(0);
  }

  private static SongFile read(String text) {
    return SongFile.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
