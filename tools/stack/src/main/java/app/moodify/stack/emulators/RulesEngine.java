package app.moodify.stack.emulators;

import java.beans.Expression;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The engine for Firebase security rules inside the Firestore emulator's jar. That jar is no Maven
 * artifact and its classes have no promise to stay, so they are called by reflection: the build
 * needs no jar, and a jar that differs fails with the name of what it lacks.
 */
final class RulesEngine {

  private static final String RULES = "com.google.firebase.rules.";
  private static final String VALUE = "runtime.v1.ExpressionValue";

  /**
   * What {@code firestore} is in the rules: a text, for no function of a text is named as these.
   */
  private static final String FIRESTORE = "{\"stringValue\": \"firestore\"}";

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
     * @param documents returns the document of Firestore at a path, an ExpressionValue as JSON;
     *     nothing if there is none
     */
    boolean permits(
        String service,
        String method,
        String path,
        Map<String, String> variables,
        Function<String, Optional<String>> documents)
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
      return (service, method, path, variables, documents) -> false;
    }
    Object evaluator =
        call(type("runtime.impl.DefaultEvaluator"), "new", call(result, "getRulesetAst"));
    return (service, method, path, variables, documents) -> {
      Object context = call(type("runtime.evaluators.AuthRuleEvaluator$RuleContext"), "builder");
      call(context, "service", service);
      call(context, "method", method);
      call(context, "path", path);
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        Object value = message(VALUE, variable.getValue());
        call(context, "supplyVariable", variable.getKey(), value);
      }
      call(context, "supplyVariable", "firestore", message(VALUE, FIRESTORE));
      supplyFunction(
          context,
          "exists",
          at -> "{\"boolValue\": %s}".formatted(documents.apply(at).isPresent()));
      supplyFunction(context, "get", at -> documents.apply(at).orElse("{\"nullValue\": null}"));
      Object decision = call(call(evaluator, "evaluate", call(context, "build")), "get");
      return (boolean) call(decision, "permit");
    };
  }

  /** Makes a function of {@code firestore}, from a path to an ExpressionValue as JSON. */
  private void supplyFunction(Object context, String name, UnaryOperator<String> body)
      throws ReflectiveOperationException {
    Class<?> type = type("runtime.common.AsyncRuntimeFunction");
    InvocationHandler handler =
        (self, method, arguments) ->
            switch (method.getName()) {
              case "name" -> name;
              case "appliesToOperandKind" -> "STRING_VALUE".equals(String.valueOf(arguments[0]));
              case "execute" -> respond(body.apply(pathOf(arguments[0])));
              default -> method.getName() + " of " + name;
            };
    Object function = Proxy.newProxyInstance(jar, new Class<?>[] {type}, handler);
    call(context, "supplyFunction", function);
  }

  /**
   * Returns the path that a function is called with, such as {@code /databases/x/documents/y/z}.
   */
  private String pathOf(Object request) throws ReflectiveOperationException {
    Object path = call(call(request, "getArguments", 0), "getPathValue");
    StringBuilder text = new StringBuilder();
    for (Object segment : (Iterable<?>) call(path, "getSegmentsList")) {
      text.append('/').append(call(segment, "getSimple"));
    }
    return text.toString();
  }

  private Object respond(String value) throws ReflectiveOperationException {
    Object response = message("runtime.v1.ExecutionResponse", "{\"value\": %s}".formatted(value));
    Class<?> futures = jar.loadClass("com.google.common.util.concurrent.Futures");
    return call(futures, "immediateFuture", response);
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
