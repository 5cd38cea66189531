package io.glance.registry.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.glance.model.RequestContext;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads who shares what for operators. */
@Singleton
class OperatorMembers {
  /** The API has no pages here; nobody shares that often. */
  private static final int MAX_ROWS = 10_000;

  private final Database database;

  OperatorMembers(Database database) {
    this.database = database;
  }

  /** A member of an image. */
  record Membership(
      @JsonProperty("member_id") String memberId, @JsonProperty("can_share") boolean canShare) {}

  /** An image that a project is member of. */
  record SharedImage(
      @JsonProperty("image_id") String imageId, @JsonProperty("can_share") boolean canShare) {}

  /** The members of an image that the caller may see: all, or for a member itself. */
  List<Membership> ofImage(RequestContext caller, String imageId) {
    Sql image = OperatorSql.one("i.id", caller, imageId, caller.isAdmin());
    if (database.query(image, row -> row.getString(1)).isEmpty()) {
      throw OperatorImages.notFound();
    }
    Sql sql =
        Sql.of("SELECT m.member, m.can_share FROM image_members m JOIN images i")
            .add(" ON i.id = m.image_id WHERE m.deleted = 0 AND m.image_id = ?", imageId)
            .add(known(caller));
    return database.query(sql, row -> new Membership(row.getString(1), row.getBoolean(2)));
  }

  /** The images shared with a project, of those the caller owns or is member of itself. */
  List<SharedImage> ofProject(RequestContext caller, String projectId) {
    Sql sql =
        Sql.of("SELECT m.image_id, m.can_share FROM image_members m JOIN images i")
            .add(" ON i.id = m.image_id WHERE m.deleted = 0 AND m.member = ?", projectId)
            .add(" AND BINARY m.member = BINARY ?", projectId)
            .add(known(caller));
    return database.query(sql, row -> new SharedImage(row.getString(1), row.getBoolean(2)));
  }

  private static Sql known(RequestContext caller) {
    Sql sql = new Sql();
    if (!caller.isAdmin()) {
      String project = caller.projectId();
      sql.add(" AND (BINARY i.owner = BINARY ? OR BINARY m.member = BINARY ?)", project, project);
    }
    return sql.add(" ORDER BY m.id LIMIT ?", MAX_ROWS);
  }
}
