package io.glance.kit.config.option;

import java.util.List;

/** The database of the registry (CFG-08). */
final class DatabaseOptions {
  private static final Section DATABASE = Section.of("database", Service.REGISTRY, Service.MANAGE);

  private DatabaseOptions() {}

  static List<Option> options() {
    return List.of(
        Section.of("DEFAULT", Service.MANAGE)
            .text("metadata_source_path", "Where db load_metadefs finds its JSON files.")
            .or("/etc/glance/metadefs/"),
        DATABASE
            .text(
                "connection", "SQLAlchemy URL: mysql+pymysql://USER:PASSWORD@HOST[:PORT]/DATABASE.")
            .asSecret()
            .oldName("DEFAULT", "sql_connection")
            .oldName("DATABASE", "sql_connection")
            .oldName("sql", "connection"),
        DATABASE
            .integer("max_pool_size", 5, "Connections that stay open.")
            .min(0)
            .oldName("DATABASE", "sql_max_pool_size"),
        DATABASE
            .integer("max_overflow", 50, "Connections beyond max_pool_size under load.")
            .min(0)
            .oldName("DEFAULT", "sql_max_overflow"),
        DATABASE.integer("pool_timeout", 30, "Seconds to wait for a connection.").min(0),
        DATABASE
            .integer(
                "connection_recycle_time",
                3600,
                "Age at which an idle connection is renewed, in seconds.")
            .oldName("idle_timeout"),
        DATABASE
            .integer("max_retries", 10, "Tries to connect at start; -1: for ever.")
            .min(-1)
            .oldName("DEFAULT", "sql_max_retries")
            .unsupported(),
        DATABASE
            .integer("retry_interval", 10, "Seconds between these tries.")
            .min(0)
            .oldName("DEFAULT", "sql_retry_interval")
            .unsupported(),
        DATABASE.text("slave_connection", "Read-only database.").asSecret().unsupported(),
        DATABASE.text("backend", "Python database layer.").ignored(),
        DATABASE.text("mysql_sql_mode", "SQL mode of the sessions.").ignored(),
        DATABASE.integer("connection_debug", 0, "How much SQLAlchemy logs.").ignored(),
        DATABASE.flag("connection_trace", false, "Whether SQLAlchemy logs stacks.").ignored(),
        DATABASE
            .flag("use_db_reconnect", false, "Whether lost connections are renewed; always.")
            .ignored(),
        DATABASE.integer("db_retry_interval", 1, "Pause between retries.").ignored(),
        DATABASE.flag("db_inc_retry_interval", true, "Whether that pause grows.").ignored(),
        DATABASE.integer("db_max_retry_interval", 10, "Longest such pause.").ignored(),
        DATABASE.integer("db_max_retries", 20, "Number of retries.").ignored(),
        DATABASE
            .text("connection_parameters", "Parameters added to the connection's URL.")
            .ignored(),
        DATABASE.flag("sqlite_synchronous", true, "Whether SQLite waits for the disk.").ignored());
  }
}
