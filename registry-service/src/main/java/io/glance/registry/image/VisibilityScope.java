package io.glance.registry.image;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.glance.registry.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of {@code images i} a caller may see, as conditions.
 *
 * <p>Project ids are compared byte by byte: the columns' collation would take {@code acme} for
 * {@code ACME}.
 *
 * <p>Source: glance/db/utils.py is_image_visible; glance/db/sqlalchemy/api.py _select_images_query.
 */
public final class VisibilityScope {
  private static final String OWNED = "(i.owner = ? AND BINARY i.owner = BINARY ?)";
  private static final String SHARED_WITH =
      "(i.visibility = 'shared' AND EXISTS (SELECT 1 FROM image_members m WHERE m.image_id = i.id"
          + " AND m.member = ? AND BINARY m.member = BINARY ? AND m.deleted = 0";

  private VisibilityScope() {}

  /** Refuses anonymous callers that may only read. */
  public static void requireWriter(RequestContext caller) {
    if (caller.readOnly()) {
      throw GlanceException.forbidden("You are not authorized to complete this action.");
    }
  }

  /** An image asked for by its id (IMG-23 to IMG-25): members whatever they said of it. */
  public static Sql byId(RequestContext caller) {
    if (caller.isAdmin()) {
      return Sql.of("TRUE");
    }
    Sql scope = Sql.of("(i.owner IS NULL OR i.visibility IN ('public','community')");
    String project = comparable(caller.projectId());
    if (project != null) {
      scope.add(" OR " + OWNED, project, project);
      scope.add(" OR " + SHARED_WITH + "))", project, project);
    }
    return scope.add(")");
  }

  /** Images of a list (LIST-09 to LIST-12). */
  public static Sql listed(RequestContext caller, ImageQuery query) {
    Sql scope = Sql.of("(");
    String project = comparable(caller.projectId());
    if (caller.isAdmin()) {
      scope.add("TRUE");
    } else {
      scope.add("i.visibility IN ('public','community')");
      if (project != null) {
        scope.add(" OR " + OWNED, project, project);
        scope.add(" OR " + SHARED_WITH, project, project);
        MemberStatus status = query.memberStatus();
        if (status != null) {
          scope.add(" AND m.status = ?", status.wireName());
        }
        scope.add("))");
      }
    }
    return scope.add(")").add(shown(project, query));
  }

  private static @Nullable String comparable(@Nullable String project) {
    return project == null ? null : Sql.comparable(project);
  }

  private static Sql shown(@Nullable String project, ImageQuery query) {
    Visibility visibility = query.visibility();
    if (visibility != null) {
      return Sql.of(" AND i.visibility = ?", visibility.wireName());
    }
    if (query.allVisibilities()) {
      return new Sql();
    }
    return project == null
        ? Sql.of(" AND i.visibility <> 'community'")
        : Sql.of(" AND (i.visibility <> 'community' OR " + OWNED + ")", project, project);
  }
}
