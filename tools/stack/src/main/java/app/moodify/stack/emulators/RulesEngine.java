package app.moodify.stack.emulators;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The engine for Firebase security rules inside the Firestore emulator's jar. That jar is no Maven
 * artifact and its classes have no promise to stay, so they are called by reflection: the build
 * needs no jar, and a jar that differs fails with the name of what it lacks.
 */
final class RulesEngine {

  private static final String RULES = "com.google.firebase.rules.";

  private final ClassLoader jar;
  private final Object jsonParser;

  private RulesEngine(ClassLoader jar) throws ReflectiveOperationException {
    this.jar = jar;
    Class<?> format = jar.loadClass("com.google.protobuf.util.JsonFormat");
    this.jsonParser = call(format.getMethod("parser").invoke(null), "ignoringUnknownFields");
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
   * Uses the engine that a class loader has.
   *
   * @throws ReflectiveOperationException if it has none, or another one
   */
  static RulesEngine load(ClassLoader jar) throws ReflectiveOperationException {
    return new RulesEngine(jar);
  }

  /**
   * Compiles rules; mistakes in them go to {@code errors}, and then nothing is permitted.
   *
   * @param source {@code {"files": [{"name", "content"}]}}
   */
  Ruleset compile(String source, Consumer<String> errors) throws ReflectiveOperationException {
    Class<?> compilerType = jar.loadClass(RULES + "lang.FirebaseRulesProtoCompiler");
    Object compiler = compilerType.getMethod("createStandalone").invoke(null);
    Object result = call(compiler, "compile", message(RULES + "v1.Source", source));
    if ((boolean) call(result, "hasCompilationError")) {
      for (Object issue : (List<?>) call(result, "getIssues")) {
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
    Object ast = call(result, "getRulesetAst");
    Object evaluator = construct(jar.loadClass(RULES + "runtime.impl.DefaultEvaluator"), ast);
    return (service, method, path, variables) ->
        evaluate(evaluator, service, method, path, variables);
  }

  private boolean evaluate(
      Object evaluator, String service, String method, String path, Map<String, String> variables)
      throws ReflectiveOperationException {
    Class<?> futures = jar.loadClass("com.google.common.util.concurrent.Futures");
    Method immediate = futures.getMethod("immediateFuture", Object.class);
    Map<String, Supplier<?>> values = new HashMap<>();
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      Object value = message(RULES + "runtime.v1.ExpressionValue", variable.getValue());
      Object future = immediate.invoke(null, value);
      values.put(variable.getKey(), () -> future);
    }
    Object context =
        jar.loadClass(RULES + "runtime.evaluators.AuthRuleEvaluator$RuleContext")
            .getMethod("builder")
            .invoke(null);
    context = call(context, "service", service);
    context = call(context, "method", method);
    context = call(context, "path", path);
    context = call(context, "variables", values);
    Object decision = get((Future<?>) call(evaluator, "evaluate", call(context, "build")));
    return (boolean) call(decision, "permit");
  }

  private static Object get(Future<?> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rules were evaluated", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The rules could not be evaluated", e.getCause());
    }
  }

  /** A protobuf message from its JSON. */
  private Object message(String type, String json) throws ReflectiveOperationException {
    Object builder = jar.loadClass(type).getMethod("newBuilder").invoke(null);
    call(jsonParser, "merge", json, builder);
    return call(builder, "build");
  }

  private static Object construct(Class<?> type, Object argument)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0].isInstance(argument)) {
        return constructor.newInstance(argument);
      }
    }
    throw new NoSuchMethodException(type + " has no constructor for " + argument.getClass());
  }

  /** Calls a public method by its name and arguments, also on types that are not public. */
  private static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isBridge() && fits(method, arguments)) {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        }
      }
    }
    throw new NoSuchMethodException(target.getClass() + " has no method " + name);
  }

  private static boolean fits(Method method, Object... arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
