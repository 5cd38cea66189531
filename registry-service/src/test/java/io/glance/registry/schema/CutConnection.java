package io.glance.registry.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that is cut after some statements, as by a kill of the program. */
final class CutConnection {
  private CutConnection() {}

  /** Wraps a connection; counts down, and closes it when nothing is left. */
  static Connection after(Connection real, AtomicInteger left) {
    return (Connection)
        Proxy.newProxyInstance(
            CutConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object answer = call(real, method, arguments);
              return answer instanceof Statement statement
                  ? wrap(statement, method.getReturnType(), real, left)
                  : answer;
            });
  }

  private static Object wrap(
      Statement real, Class<?> type, Connection connection, AtomicInteger left) {
    return Proxy.newProxyInstance(
        CutConnection.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") && left.getAndDecrement() <= 0) {
            connection.close();
            throw new SQLException("cut");
          }
          return call(real, method, arguments);
        });
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
