package io.glance.quickstart;

import io.glance.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The process that keeps the embedded database until it is told to end. */
final class DatabaseServer {
  private static final String DATABASE = "glance";

  private DatabaseServer() {}

  /**
   * Serves.
   *
   * @param args data directory, port, file that gets the database's URL once it serves
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]));
    database.createDatabase(DATABASE);
    PrivateFile.write(
        Path.of(args[2]),
        new DatabaseUrl(
                "127.0.0.1:" + database.port(), DATABASE, database.user(), database.password())
            .sqlAlchemy());
    new CountDownLatch(1).await(); // the database ends with this process
  }
}
