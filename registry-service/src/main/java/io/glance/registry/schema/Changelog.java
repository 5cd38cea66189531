package io.glance.registry.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The Liquibase changelog over one connection. */
final class Changelog {
  static final String TABLE = "glance_changelog";
  private static final String LOCK_TABLE = "glance_changelog_lock";
  private static final String FILE = "db/changelog/master.xml";

  private final Connection connection;

  Changelog(Connection connection) {
    this.connection = connection;
  }

  /** Whether a step is still to be done. Changes nothing. */
  boolean hasPending() throws SQLException {
    if (!new AlembicVersion(connection).hasTable(TABLE)) {
      return true;
    }
    return call(liquibase -> !liquibase.listUnrunChangeSets(none(), label()).isEmpty());
  }

  /**
   * Does the missing steps. The caller holds the only right to do so, so that a lock found in
   * Liquibase's own table is that of a killed run.
   */
  void update() {
    call(
        liquibase -> {
          liquibase.forceReleaseLocks();
          liquibase.update(none(), label());
          return true;
        });
  }

  private boolean call(Step step) {
    Map<String, Object> quiet =
        Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", "false");
    try {
      return Scope.child(quiet, () -> step.run(liquibase()));
    } catch (SchemaException e) {
      throw e;
    } catch (Exception e) {
      throw new SchemaException("the schema could not be changed: " + rootMessage(e), e);
    }
  }

  private Liquibase liquibase() throws LiquibaseException, SQLException {
    Database database = new MySQLDatabase();
    database.setConnection(new JdbcConnection(connection));
    database.setDatabaseChangeLogTableName(TABLE);
    database.setDatabaseChangeLogLockTableName(LOCK_TABLE);
    Liquibase liquibase = new Liquibase(FILE, new ClassLoaderResourceAccessor(), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    liquibase.setChangeLogParameter("check.images", checkPrefix());
    return liquibase;
  }

  /**
   * The names that a server gives to unnamed checks. The first one of {@code images} went with a
   * column that Glance dropped, so the other two need their names written out.
   */
  private String checkPrefix() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
      boolean mariaDb =
          rows.next() && rows.getString(1).toLowerCase(Locale.ROOT).contains("mariadb");
      return mariaDb ? "CONSTRAINT_" : "images_chk_";
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static Contexts none() {
    return new Contexts();
  }

  private static LabelExpression label() {
    return new LabelExpression();
  }

  @FunctionalInterface
  private interface Step {
    boolean run(Liquibase liquibase) throws LiquibaseException;
  }
}
