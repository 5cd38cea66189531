package io.glance.registry.manage;

import io.glance.kit.config.SettingsException;
import io.glance.registry.schema.SchemaException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command glance-manage (CMD-01 to CMD-05), with both spellings of each action. Starts without
 * Quarkus. Source: glance/cmd/manage.py.
 */
@Command(
    name = "glance-manage",
    subcommands = {DbCommands.class, CommandLine.HelpCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = GlanceManage.Version.class,
    description = "Builds, upgrades and checks Glance's database.")
public final class GlanceManage implements Runnable {
  /** Exit code of a refusal or failure. */
  static final int FAILED = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config-file",
      paramLabel = "FILE",
      description = "An ini file; may be given several times, later ones win.")
  void configFiles(String[] files) {
    System.setProperty("glance.config-file", String.join(",", files));
  }

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "A directory whose *.conf files are read after the files.")
  void configDirectories(String[] directories) {
    System.setProperty("glance.config-dir", String.join(",", directories));
  }

  @Option(names = "--debug", description = "Shows what is done.")
  void debug(boolean wanted) {
    Logs.LIQUIBASE.setLevel(wanted ? Level.INFO : Level.OFF);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command, e.g. db sync");
  }

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    // The class path holds a log manager that has to be named before the first logger.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    Logs.LIQUIBASE.setLevel(Level.OFF);
    CommandLine command = command();
    System.exit(command.execute(bothSpellings(arguments)));
  }

  /** The command line, for the program and its tests. */
  static CommandLine command() {
    CommandLine command = new CommandLine(new GlanceManage());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          PrintWriter err = line.getErr();
          err.println("ERROR: " + reason(failure));
          err.flush();
          return FAILED;
        });
    return command;
  }

  /** The arguments with {@code db_sync} as {@code db sync}, and so on. */
  static String[] bothSpellings(String... arguments) {
    List<String> spelled = new ArrayList<>();
    boolean isValue = false;
    boolean isFound = false;
    for (String argument : arguments) {
      if (!isFound && !isValue && argument.startsWith("db_")) {
        spelled.add("db");
        spelled.add(argument.substring("db_".length()));
      } else {
        spelled.add(argument);
      }
      isFound |= !isValue && !argument.startsWith("-");
      isValue = argument.equals("--config-file") || argument.equals("--config-dir");
    }
    return spelled.toArray(new String[0]);
  }

  private static String reason(Exception failure) {
    if (failure instanceof SchemaException || failure instanceof SettingsException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof SQLException) {
      return "the database refused: " + failure.getMessage();
    }
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  /** Loggers, made when first needed. Kept here, or their levels would be forgotten. */
  private static final class Logs {
    static final Logger LIQUIBASE = Logger.getLogger("liquibase");
  }

  /** Names the release. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = GlanceManage.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "development" : version};
    }
  }
}
