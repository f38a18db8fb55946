package app.moodify.testing;

import com.sun.management.OperatingSystemMXBean;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A fixed piece of work like a function's start: loading many classes, interpreting them once, and
 * compiling the busiest. It has the JDK's compiler check a class of a few hundred methods, and
 * reports the processor's time of the whole process in nanoseconds.
 */
final class ReferenceWork {
  private static final int METHODS = 100;

  private ReferenceWork() {}

  /** Does the work once, and writes what it cost into the file that the one argument names. */
  public static void main(String[] arguments) throws IOException {
    JavacTask compiler =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(source()));
    compiler.analyze();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Files.writeString(Path.of(arguments[0]), Long.toString(system.getProcessCpuTime()));
  }

  private static JavaFileObject source() {
    String text =
        IntStream.range(0, METHODS)
            .mapToObj(
                i ->
                    ("static java.util.Map<String, Long> count%d(java.util.List<String> words) {"
                            + " return words.stream().collect(java.util.stream.Collectors.groupingBy("
                            + "word -> word + %d, java.util.stream.Collectors.counting())); }")
                        .formatted(i, i))
            .collect(Collectors.joining("\n", "class Counts {\n", "\n}\n"));
    return new SimpleJavaFileObject(
        URI.create("string:///Counts.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
