package io.glance.registry.upload;

import io.glance.model.error.GlanceException;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import io.glance.registry.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How many bytes a project may have stored (DB-19). */
@ApplicationScoped
class StorageQuota {
  private final Database database;
  private final Ledger ledger;

  StorageQuota(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /**
   * Refuses an upload above the quota. Uploads of one owner queue up at a row of their own until
   * the transaction ends, so that together they can't pass what one could not (SEC-49).
   *
   * @param quota bytes; 0 and below is none
   * @param size bytes to come, null while unknown
   */
  void require(String owner, long quota, @Nullable Long size) {
    if (quota <= 0) {
      return;
    }
    lock(owner);
    long remaining = quota - stored(owner) - ledger.bytesUnderWay(owner);
    if (size == null ? remaining <= 0 : size > remaining) {
      throw GlanceException.tooLarge(
          "The size of the data "
              + (size == null ? "" : size + " ")
              + "will exceed the limit. "
              + remaining
              + " bytes remaining.");
    }
  }

  /**
   * Both statements ask for the exclusive lock at once: an INSERT IGNORE would take a shared one
   * first, and two that hold it and want more are a deadlock.
   */
  private void lock(String owner) {
    Sql known = Sql.of("SELECT owner FROM glance_quota_locks WHERE owner = ? FOR UPDATE", owner);
    if (database.query(known, row -> row.getString(1)).isEmpty()) {
      database.execute(
          Sql.of(
              "INSERT INTO glance_quota_locks (owner) VALUES (?)"
                  + " ON DUPLICATE KEY UPDATE owner = owner",
              owner));
    }
  }

  /** Bytes of the owner's images, once for each location. */
  private long stored(String owner) {
    return database
        .query(
            Sql.of(
                "SELECT COALESCE(SUM(i.size), 0) FROM images i JOIN image_locations l"
                    + " ON l.image_id = i.id AND l.deleted = 0 WHERE i.owner = ? AND i.deleted = 0"
                    + " AND i.status NOT IN ('killed','deleted','pending_delete')",
                owner),
            row -> row.getLong(1))
        .get(0);
  }
}
