package io.glance.registry.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.registry.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GlanceManageTest {
  private static final String DATABASE = "manage_test";

  @TempDir Path directory;
  private Path configuration;
  private String output = "";

  @BeforeEach
  void configure() throws IOException {
    TestServer server = TestServer.get();
    server.recreate(DATABASE);
    String address = server.address().replace("jdbc:mysql://", "");
    configuration =
        Files.writeString(
            directory.resolve("glance.conf"),
            "[database]\nconnection = mysql+pymysql://%s:%s@%s/%s?charset=utf8\n"
                .formatted(server.user(), server.password(), address, DATABASE));
  }

  @AfterEach
  void forget() {
    System.clearProperty("glance.config-file");
    System.clearProperty("glance.config-dir");
  }

  @Test // CMD-01
  void syncBuildsTheSchemaOnceInBothSpellings() {
    assertThat(run("db", "version")).isZero();
    assertThat(output).startsWith("Database is either not under migration control");
    assertThat(run("db_sync")).isZero();
    assertThat(output).isEqualTo("Database is synced successfully.\n");
    assertThat(run("db", "sync")).isZero();
    assertThat(output).isEqualTo("Database is up to date. No migrations needed.\n");
    assertThat(run("db_version")).isZero();
    assertThat(output).isEqualTo("2024_1_contract01\n");
    assertThat(run("db", "upgrade", "heads")).isZero();
    assertThat(output).isEqualTo("Upgraded database, current revision(s): 2024_1_contract01\n");
  }

  @Test // CMD-02, CMD-03
  void thePhasesRunInTheirOrderOnly() {
    assertThat(run("db", "check")).isEqualTo(3);
    assertThat(output).contains("glance-manage db expand");
    assertThat(run("db", "migrate")).isEqualTo(1);
    assertThat(run("db", "contract")).isEqualTo(1);
    assertThat(run("db", "expand")).isZero();
    assertThat(run("db_check")).isEqualTo(5);
    assertThat(output).contains("glance-manage db contract");
    assertThat(run("db", "migrate")).isZero();
    assertThat(run("db", "contract")).isZero();
    assertThat(run("db", "check")).isZero();
    assertThat(output).isEqualTo("Database is up to date. No upgrades needed.\n");
    for (String phase : new String[] {"expand", "migrate", "contract"}) {
      assertThat(run("db", phase)).isZero();
      assertThat(output).isEqualTo("Database is up to date. No migrations needed.\n");
    }
  }

  @Test // CMD-05
  void metadefsLoadOnceAndMergeOnDemand() throws Exception {
    run("db", "sync");
    Path metadefs = Files.createDirectory(directory.resolve("metadefs"));
    write(metadefs, "first title");
    Files.writeString(metadefs.resolve("bad.json"), "{");
    assertThat(run("db", "load_metadefs", "--path", metadefs.toString())).isZero();
    assertThat(output).contains("bad.json");
    assertThat(count("metadef_namespaces")).isOne();
    assertThat(count("metadef_objects WHERE json_schema LIKE '%integer%'")).isOne();
    assertThat(count("metadef_tags")).isEqualTo(2);
    assertThat(count("metadef_namespace_resource_types WHERE prefix = 'hw_'")).isOne();
    write(metadefs, "second title");
    run("db_load_metadefs", metadefs.toString());
    assertThat(count("metadef_properties WHERE json_schema LIKE '%first%'")).isOne();
    run("db", "load_metadefs", "--path", metadefs.toString(), "--merge");
    assertThat(count("metadef_properties WHERE json_schema LIKE '%first%'")).isOne();
    run("db", "load_metadefs", "--path", metadefs.toString(), "--merge", "--prefer_new");
    assertThat(count("metadef_properties WHERE json_schema LIKE '%second%'")).isOne();
    assertThat(count("metadef_properties WHERE updated_at IS NOT NULL")).isOne();
    run("db", "load_metadefs", "--path", metadefs.toString(), "--merge", "--overwrite");
    assertThat(count("metadef_properties WHERE updated_at IS NULL")).isOne();
    assertThat(count("metadef_namespaces")).isOne();
    assertThat(run("db", "load_metadefs", "--path", directory + "/none")).isEqualTo(1);
  }

  @Test // CMD-01, SEC-06: an error is one line without a password or a stack
  void failuresAreOneLineWithoutThePassword() throws IOException {
    Files.writeString(
        configuration,
        "[database]\nconnection = mysql+pymysql://glance:CANARY@127.0.0.1:1/glance\n");
    assertThat(run("db", "sync")).isEqualTo(1);
    assertThat(output).startsWith("ERROR: the database can't be reached").hasLineCount(1);
    assertThat(output).doesNotContain("CANARY", "\tat ");
    Files.writeString(configuration, "[DEFAULT]\n");
    assertThat(run("db", "sync")).isEqualTo(1);
    assertThat(output).contains("[database] connection").hasLineCount(1);
    assertThat(run("db")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  private int run(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine command = GlanceManage.command();
    command.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    String[] all = new String[arguments.length + 2];
    all[0] = "--config-file";
    all[1] = configuration.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    int code = command.execute(GlanceManage.bothSpellings(all));
    output = text.toString();
    return code;
  }

  private static void write(Path directory, String title) throws IOException {
    Files.writeString(
        directory.resolve("quota.json"),
        """
        {"namespace": "OS::Test", "display_name": "Test", "visibility": "public",
         "protected": true, "resource_type_associations":
           [{"name": "OS::Glance::Image", "prefix": "hw_"}],
         "properties": {"cpu": {"title": "%s", "type": "string"}},
         "objects": [{"name": "o", "properties": {"p": {"type": "integer"}}}],
         "tags": [{"name": "one"}, {"name": "two"}]}
        """
            .formatted(title));
  }

  private static long count(String tableAndCondition) throws SQLException {
    try (Connection connection = TestServer.get().connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + tableAndCondition)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
