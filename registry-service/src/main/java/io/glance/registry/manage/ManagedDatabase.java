package io.glance.registry.manage;

import io.glance.kit.config.DatabaseUrl;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsFiles;
import io.glance.kit.config.option.Service;
import io.glance.registry.schema.SchemaException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database that the settings name, without any pool. */
final class ManagedDatabase {
  private ManagedDatabase() {}

  /** The settings of glance-manage. */
  static GlanceSettings settings() {
    return SettingsFiles.load(
        Service.MANAGE,
        System::getProperty,
        System.getProperties().stringPropertyNames(),
        System.getenv());
  }

  /** A connection; the caller closes it. */
  static Connection connect() {
    DatabaseUrl url = DatabaseUrl.of(settings());
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "10000");
    properties.setProperty("tcpKeepAlive", "true");
    String user = url.user();
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = url.password();
    if (password != null) {
      properties.setProperty("password", password);
    }
    try {
      return DriverManager.getConnection(url.jdbcUrl(), properties);
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      throw new SchemaException(
          "the database can't be reached: " + message.lines().findFirst().orElse(message));
    }
  }
}
