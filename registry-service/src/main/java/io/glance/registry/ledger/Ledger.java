package io.glance.registry.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.registry.Intent;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code glance_intents}. All times in it are the database's, so that no replica's clock
 * matters (REL-20). Changes happen within the caller's transaction.
 */
@ApplicationScoped
public class Ledger {
  private static final int CLAIM_LIMIT = 100;
  private static final String NOW = "UTC_TIMESTAMP(6)";
  private static final String LEASE = NOW + " + INTERVAL ? SECOND";
  private static final String ABANDONED = "ended_at IS NULL AND lease_until < " + NOW;
  private static final String COLUMNS =
      "SELECT id, image_id, kind, store, location, meta_data, location_id, taken_over, outcome, instance"
          + " FROM glance_intents ";
  private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

  private final Database database;
  private final ObjectMapper json;

  Ledger(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Writes a line. */
  public Intent open(NewIntent line) {
    long id =
        database.insert(
            Sql.of(
                    "INSERT INTO glance_intents (image_id, kind, store, location, meta_data,"
                        + " location_id, owner, size, instance, created_at, lease_until)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,"
                        + NOW
                        + ",",
                    line.imageId(),
                    line.kind().name(),
                    line.store(),
                    line.location(),
                    line.metaData(),
                    line.locationId(),
                    line.owner(),
                    line.size(),
                    line.instance())
                .add(LEASE + ")", line.leaseSeconds()));
    return new Intent(
        id,
        line.imageId(),
        line.kind(),
        line.store(),
        line.location(),
        readObject(line.metaData()));
  }

  /** A line without locking it. */
  public Optional<LedgerLine> find(long id) {
    return database.query(Sql.of(COLUMNS + "WHERE id = ?", id), this::line).stream().findFirst();
  }

  /** A line, locked. Lock the image before, as all do. */
  public Optional<LedgerLine> lock(long id) {
    return database.query(Sql.of(COLUMNS + "WHERE id = ? FOR UPDATE", id), this::line).stream()
        .findFirst();
  }

  /** Names the object of a line. */
  public void locate(long id, String location, String metaData) {
    database.execute(
        Sql.of(
            "UPDATE glance_intents SET location = ?, meta_data = ? WHERE id = ?",
            location,
            metaData,
            id));
  }

  /** Ends a line. */
  public void end(long id, LedgerLine.Outcome outcome) {
    database.execute(
        Sql.of(
            "UPDATE glance_intents SET outcome = ?, ended_at = " + NOW + " WHERE id = ?",
            outcome.name(),
            id));
  }

  /** Whether something is intended with bytes of an image. */
  public boolean hasOpen(String imageId) {
    Sql sql =
        Sql.of(
            "SELECT id FROM glance_intents WHERE image_id = ? AND ended_at IS NULL LIMIT 1",
            imageId);
    return !database.query(sql, row -> row.getLong(1)).isEmpty();
  }

  /** Holds on to all live lines of instances. */
  public void renew(List<String> instances, int seconds) {
    database.execute(
        Sql.of("UPDATE glance_intents SET lease_until = " + LEASE, seconds)
            .add(" WHERE ended_at IS NULL AND instance IN ")
            .addList(instances));
  }

  /** Holds on to one line; false where it isn't the instance's to hold. */
  public boolean hold(long id, String instance, int seconds) {
    return database.execute(
            Sql.of("UPDATE glance_intents SET lease_until = " + LEASE, seconds)
                .add(" WHERE id = ? AND instance = ? AND ended_at IS NULL", id, instance))
        == 1;
  }

  /**
   * Takes over lines whose lease ran out. Each by an UPDATE that repeats the condition: of two
   * replicas one finds the row changed (REL-05).
   */
  public List<Intent> claim(String instance, int seconds) {
    List<Long> abandoned =
        database.query(
            Sql.of(
                "SELECT id FROM glance_intents WHERE " + ABANDONED + " ORDER BY id LIMIT ?",
                CLAIM_LIMIT),
            row -> row.getLong(1));
    List<Intent> claimed = new ArrayList<>();
    for (long id : abandoned) {
      Sql take =
          Sql.of("UPDATE glance_intents SET taken_over = 1, instance = ?, lease_until = ", instance)
              .add(LEASE, seconds)
              .add(" WHERE id = ? AND " + ABANDONED, id);
      if (database.execute(take) == 1) {
        find(id).map(LedgerLine::intent).ifPresent(claimed::add);
      }
    }
    return claimed;
  }

  /** Forgets lines that ended more than a day ago, some at a time. */
  public void forgetEnded() {
    database.execute(
        Sql.of(
            "DELETE FROM glance_intents WHERE ended_at < " + NOW + " - INTERVAL 1 DAY LIMIT 1000"));
  }

  /** Bytes of an owner's uploads that are under way and whose size is known. */
  public long bytesUnderWay(String owner) {
    return database
        .query(
            Sql.of(
                "SELECT COALESCE(SUM(size), 0) FROM glance_intents"
                    + " WHERE owner = ? AND ended_at IS NULL AND kind = 'UPLOAD'",
                owner),
            row -> row.getLong(1))
        .get(0);
  }

  private LedgerLine line(ResultSet row) throws SQLException {
    Intent intent =
        new Intent(
            row.getLong(1),
            row.getString(2),
            Intent.Kind.valueOf(row.getString(3)),
            row.getString(4),
            row.getString(5),
            readObject(row.getString(6)));
    long locationId = row.getLong(7);
    Long known = row.wasNull() ? null : locationId;
    String outcome = row.getString(9);
    return new LedgerLine(
        intent,
        known,
        row.getString(10),
        row.getBoolean(8),
        outcome == null ? null : LedgerLine.Outcome.valueOf(outcome));
  }

  private Map<String, Object> readObject(@Nullable String text) {
    try {
      return text == null ? Map.of() : json.readValue(text, JSON_OBJECT);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
