package io.glance.registry.manage;

import io.glance.registry.schema.Schema;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glance-manage db …}: prints what Glance's prints. */
@Command(name = "db", description = "Works on the database.", mixinStandardHelpOptions = true)
final class DbCommands implements Runnable {
  static final int NEEDS_EXPAND = 3;
  static final int NEEDS_CONTRACT = 5;
  private static final String UP_TO_DATE = "Database is up to date. No migrations needed.";
  private static final String METADEFS = "metadata_source_path";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing action, e.g. db sync");
  }

  @Command(description = "Builds or upgrades the schema: expand, migrate, contract.")
  int sync(@Parameters(arity = "0..1", hidden = true) @Nullable String version)
      throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      if (schema.isUpToDate()) {
        say(UP_TO_DATE);
        return 0;
      }
      schema.expand();
      schema.contract();
      say("Database is synced successfully.");
      return 0;
    }
  }

  @Command(description = "The same as sync.")
  int upgrade(
      @Parameters(arity = "0..1", hidden = true) @Nullable String version,
      @Option(names = "--version", hidden = true) @Nullable String option)
      throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      schema.expand();
      schema.contract();
      say("Upgraded database, current revision(s): " + String.join(", ", schema.revisions()));
      return 0;
    }
  }

  @Command(description = "Shows the revision of the schema.")
  int version() throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      List<String> revisions = new Schema(connection).revisions();
      if (revisions.isEmpty()) {
        say(
            "Database is either not under migration control or under legacy migration control,"
                + " please run \"glance-manage db sync\" to place the database under alembic"
                + " migration control.");
      }
      revisions.forEach(this::say);
      return 0;
    }
  }

  @Command(description = "Exit code 0: up to date, 3: needs expand, 4: migrate, 5: contract.")
  int check() throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      if (schema.isUpToDate()) {
        say("Database is up to date. No upgrades needed.");
        return 0;
      }
      if (!schema.isExpanded()) {
        say(
            "Your database is not up to date. Your first step is to run `glance-manage db"
                + " expand`.");
        return NEEDS_EXPAND;
      }
      say("Your database is not up to date. Your next step is to run `glance-manage db contract`.");
      return NEEDS_CONTRACT;
    }
  }

  @Command(description = "Adds what the new release needs.")
  int expand() throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      if (schema.isUpToDate()) {
        say(UP_TO_DATE);
      } else if (schema.isExpanded()) {
        say("Database expansion is up to date. No expansion needed.");
      } else {
        schema.expand();
        say("Upgraded database, current revision(s): " + String.join(", ", schema.revisions()));
      }
      return 0;
    }
  }

  @Command(description = "Moves data to its new place: there is none to move.")
  int migrate() throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      if (schema.isUpToDate()) {
        say(UP_TO_DATE);
        return 0;
      }
      if (!schema.isExpanded()) {
        return refuse(
            "Data migration did not run. Data migration cannot be run before database expansion."
                + " Run database expansion first using \"glance-manage db expand\"");
      }
      say("Database migration is up to date. No migration needed.");
      return 0;
    }
  }

  @Command(description = "Ends the upgrade, when no old release runs any more.")
  int contract() throws SQLException {
    try (Connection connection = ManagedDatabase.connect()) {
      Schema schema = new Schema(connection);
      if (schema.isUpToDate()) {
        say(UP_TO_DATE);
        return 0;
      }
      if (!schema.isExpanded()) {
        return refuse(
            "Database contraction did not run. Database contraction cannot be run before database"
                + " expansion. Run database expansion first using \"glance-manage db expand\"");
      }
      schema.contract();
      say("Upgraded database, current revision(s): " + String.join(", ", schema.revisions()));
      return 0;
    }
  }

  @Command(name = "load_metadefs", description = "Loads metadata definitions from JSON files.")
  int loadMetadefs(
      @Parameters(arity = "0..1", paramLabel = "PATH") @Nullable Path given,
      @Option(names = "--path", description = "A file, or a directory of *.json.")
          @Nullable Path path,
      @Option(names = "--merge", description = "Adds to namespaces that exist.") boolean merge,
      @Option(names = "--prefer_new", description = "With --merge: files win.") boolean preferNew,
      @Option(names = "--overwrite", description = "Drops and rewrites namespaces.")
          boolean overwrite)
      throws SQLException {
    if (!merge && (preferNew || overwrite)) {
      return refuse("--prefer_new and --overwrite need --merge");
    }
    Path chosen = path == null ? given : path;
    try (Connection connection = ManagedDatabase.connect()) {
      MetadefLoader loader =
          new MetadefLoader(connection, new MetadefLoader.Mode(merge, preferNew, overwrite));
      Path source =
          chosen == null
              ? Path.of(
                  ManagedDatabase.settings()
                      .raw("DEFAULT", METADEFS)
                      .orElse("/etc/glance/metadefs/"))
              : chosen;
      for (String problem : loader.load(source)) {
        warn(problem);
      }
      return 0;
    }
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private void warn(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  private int refuse(String text) {
    warn(text);
    return GlanceManage.FAILED;
  }
}
