package app.moodify.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform gives an instance of a function, read from its file, so that what is measured is
 * what is deployed.
 *
 * @param javaOptions of the virtual machine
 * @param environment variables that do not lead to a service
 * @param memory in bytes, which the virtual machine sizes its heap by
 */
record Instance(String javaOptions, Map<String, String> environment, long memory) {
  private static final Path FILE = FunctionPackage.CHECKOUT.resolve("terraform/functions.tf");

  /** Reads what a function gets. */
  static Instance of(String function) {
    String text;
    try {
      text = Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name : new String[] {"MALLOC_ARENA_MAX", "TF_CPP_MIN_LOG_LEVEL"}) {
      environment.put(name, find(text, name + "\\s*=\\s*\"([^\"]+)\""));
    }
    String megabytes =
        find(text, "\n    " + function + " = \\{.*?memory = \"(\\d+[MG])i\"")
            .replace("G", "*1024")
            .replace("M", "*1");
    String[] factors = megabytes.split("\\*");
    return new Instance(
        find(text, "java_options\\s*=\\s*\"([^\"]+)\""),
        environment,
        Long.parseLong(factors[0]) * Long.parseLong(factors[1]) << 20);
  }

  private static String find(String text, String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(FILE + " has nothing like " + pattern);
    }
    return found.group(1);
  }
}
