package app.moodify.stack.emulators;

import java.beans.Expression;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The engine for Firebase security rules inside the Firestore emulator's jar. That jar is no Maven
 * artifact and its classes have no promise to stay, so they are called by reflection: the build
 * needs no jar, and a jar that differs fails with the name of what it lacks.
 */
final class RulesEngine {

  private static final String RULES = "com.google.firebase.rules.";

  private final ClassLoader jar;
  private final Object jsonParser;

  /**
   * Uses the engine that a class loader has.
   *
   * @throws ReflectiveOperationException if it has none, or another one
   */
  RulesEngine(ClassLoader jar) throws ReflectiveOperationException {
    this.jar = jar;
    Object parser = call(jar.loadClass("com.google.protobuf.util.JsonFormat"), "parser");
    this.jsonParser = call(parser, "ignoringUnknownFields");
  }

  /** Compiled rules. */
  interface Ruleset {
    /**
     * Whether a request is permitted.
     *
     * @param variables each variable's value, an ExpressionValue as JSON
     */
    boolean permits(String service, String method, String path, Map<String, String> variables)
        throws ReflectiveOperationException;
  }

  /**
   * Compiles rules; mistakes in them go to {@code errors}, and then nothing is permitted.
   *
   * @param source {@code {"files": [{"name", "content"}]}}
   */
  Ruleset compile(String source, Consumer<String> errors) throws ReflectiveOperationException {
    Object compiler = call(type("lang.FirebaseRulesProtoCompiler"), "createStandalone");
    Object result = call(compiler, "compile", message("v1.Source", source));
    if ((boolean) call(result, "hasCompilationError")) {
      for (Object issue : (Iterable<?>) call(result, "getIssues")) {
        Object position = call(issue, "getSourcePosition");
        errors.accept(
            "%s:%s %s"
                .formatted(
                    call(position, "getLine"),
                    call(position, "getColumn"),
                    call(issue, "getDescription")));
      }
      return (service, method, path, variables) -> false;
    }
    Object evaluator =
        call(type("runtime.impl.DefaultEvaluator"), "new", call(result, "getRulesetAst"));
    return (service, method, path, variables) -> {
      Object context = call(type("runtime.evaluators.AuthRuleEvaluator$RuleContext"), "builder");
      call(context, "service", service);
      call(context, "method", method);
      call(context, "path", path);
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        Object value = message("runtime.v1.ExpressionValue", variable.getValue());
        call(context, "supplyVariable", variable.getKey(), value);
      }
      Object decision = call(call(evaluator, "evaluate", call(context, "build")), "get");
      return (boolean) call(decision, "permit");
    };
  }

  /** A protobuf message from its JSON. */
  private Object message(String type, String json) throws ReflectiveOperationException {
    Object builder = call(type(type), "newBuilder");
    call(jsonParser, "merge", json, builder);
    return call(builder, "build");
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return jar.loadClass(RULES + name);
  }

  /** Calls a method by its name; of a class a static one, or the constructor, "new". */
  private static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return new Expression(target, name, arguments).getValue();
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new InvocationTargetException(e);
    }
  }
}
