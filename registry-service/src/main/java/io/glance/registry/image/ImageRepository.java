package io.glance.registry.image;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.registry.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code images}. */
@ApplicationScoped
public class ImageRepository implements PanacheRepositoryBase<ImageEntity, String> {
  /**
   * The image's row, locked until the transaction ends: changes of one image queue up here, and
   * none is lost (REL-12). Asks only whether the caller sees it.
   *
   * @throws GlanceException NOT_FOUND where it is deleted or the caller may not see it
   */
  public ImageEntity lock(RequestContext caller, String id) {
    ImageEntity image =
        lockWhere(
            Sql.of("i.id = ?", Sql.comparable(id)).add(" AND ").add(VisibilityScope.byId(caller)));
    if (image == null) {
      throw noImage(id);
    }
    return image;
  }

  /**
   * The image's row for a change of it, locked: the registry judges by itself who may change an
   * image, whatever the policy of glance-api lets through.
   *
   * <p>Source: glance/db/sqlalchemy/api.py is_image_mutable.
   *
   * @throws GlanceException NOT_FOUND where it is deleted or the caller may not see it, FORBIDDEN
   *     where another project owns it or, unless for admins, nobody
   */
  public ImageEntity lockMutable(RequestContext caller, String id) {
    ImageEntity image = lock(caller, id);
    if (!caller.isAdmin() && (image.owner == null || !image.owner.equals(caller.projectId()))) {
      throw GlanceException.forbidden("You do not own this image");
    }
    return image;
  }

  /** The row whoever asks, locked; null where it is deleted. */
  public @Nullable ImageEntity lockAny(String id) {
    return lockWhere(Sql.of("i.id = ?", Sql.comparable(id)));
  }

  /** The error for an image that isn't there for the caller. */
  public static GlanceException noImage(String id) {
    return GlanceException.notFound("No image found with ID " + id);
  }

  private @Nullable ImageEntity lockWhere(Sql condition) {
    Sql sql =
        Sql.of("SELECT i.* FROM images i WHERE i.deleted = 0 AND ")
            .add(condition)
            .add(" FOR UPDATE");
    Query query = getEntityManager().createNativeQuery(sql.text(), ImageEntity.class);
    List<@Nullable Object> values = sql.values();
    for (int index = 0; index < values.size(); index++) {
      query.setParameter(index + 1, values.get(index));
    }
    List<?> found = query.getResultList();
    return found.isEmpty() ? null : (ImageEntity) found.get(0);
  }
}
