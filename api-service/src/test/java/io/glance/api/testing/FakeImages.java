package io.glance.api.testing;

import io.glance.model.Page;
import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.UpdateImage;
import io.glance.model.image.Visibility;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.DeletedImage;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The images of {@link FakeRegistry}. */
final class FakeImages {
  private final FakeRegistry rows;

  FakeImages(FakeRegistry rows) {
    this.rows = rows;
  }

  /** An inner class: REST would serve a top-level one as a resource. */
  RegistryImages contract() {
    return new Contract();
  }

  private final class Contract implements RegistryImages {
    @Override
    public ImageMetadata create(CreateImage image) {
      synchronized (rows) {
        String id = image.id() == null ? UUID.randomUUID().toString() : image.id();
        if (rows.images.containsKey(id)) {
          throw GlanceException.conflict("Image ID " + id + " already exists!");
        }
        var now = rows.tick();
        ImageMetadata created =
            new TestImage(id)
                .name(image.name())
                .status(ImageStatus.QUEUED)
                .visibility(image.visibility())
                .formats(image.diskFormat(), image.containerFormat())
                .owner(image.owner())
                .minimums(image.minDisk(), image.minRam())
                .flags(image.isProtected(), image.hidden())
                .times(now, now)
                .properties(image.properties())
                .tags(image.tags())
                .build();
        rows.put(created);
        return created;
      }
    }

    @Override
    public ImageMetadata get(String id) {
      synchronized (rows) {
        return rows.visible(id);
      }
    }

    @Override
    public Page<ImageMetadata> list(ImageQuery query) {
      synchronized (rows) {
        if (query.marker() != null) {
          try {
            rows.visible(query.marker());
          } catch (GlanceException e) {
            throw GlanceException.badRequest(e.text());
          }
        }
        List<ImageMetadata> all =
            rows.images.values().stream()
                .filter(image -> listed(image, query))
                .sorted(FakeSorting.by(query.sort()))
                .toList();
        int from = 0;
        if (query.marker() != null) {
          from = all.indexOf(rows.images.get(query.marker())) + 1;
        }
        return new Page<>(all.stream().skip(from).limit(query.limit()).toList());
      }
    }

    private boolean listed(ImageMetadata image, ImageQuery query) {
      return inView(image, query)
          && (query.hidden() == null || query.hidden() == image.hidden())
          && image.tags().containsAll(query.tags())
          && query.filters().stream().allMatch(filter -> FakeSorting.holds(image, filter));
    }

    private boolean inView(ImageMetadata image, ImageQuery query) {
      MemberStatus said = rows.memberOf(image);
      boolean accepted =
          said != null && (query.memberStatus() == null || query.memberStatus() == said);
      boolean own = rows.owns(image);
      boolean seen =
          rows.caller().isAdmin()
              || own
              || image.visibility() == Visibility.PUBLIC
              || image.visibility() == Visibility.COMMUNITY
              || (image.visibility() == Visibility.SHARED && accepted);
      if (query.allVisibilities()) {
        return seen;
      }
      return query.visibility() != null
          ? seen && image.visibility() == query.visibility()
          : seen && (own || image.visibility() != Visibility.COMMUNITY);
    }

    @Override
    public ImageMetadata update(String id, UpdateImage change) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(id);
        rows.updates.add(change);
        requireStatus(image, change.expectedStatus());
        Map<String, String> properties = new LinkedHashMap<>(image.properties());
        change.removeProperties().forEach(properties::remove);
        properties.putAll(change.setProperties());
        int most = change.limits().properties();
        boolean adds = !image.properties().keySet().containsAll(change.setProperties().keySet());
        if (adds && most >= 0 && properties.size() > most) {
          throw tooMany("properties", properties.size(), most);
        }
        List<String> tags = change.tags() == null ? image.tags() : change.tags();
        if (change.tags() != null && change.limits().tags() >= 0) {
          requireAtMost("tags", tags.size(), change.limits().tags());
        }
        TestImage next = new TestImage(image).properties(properties).tags(tags);
        for (Map.Entry<ImageAttribute, Object> one : change.attributes().entrySet()) {
          next.set(one.getKey(), one.getValue());
        }
        ImageMetadata changed = next.times(image.createdAt(), rows.tick()).build();
        rows.put(changed);
        return changed;
      }
    }

    @Override
    public void addTag(String id, String tag, ImageLimits limits) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(id);
        Set<String> tags = new LinkedHashSet<>(image.tags());
        tags.add(tag);
        if (limits.tags() >= 0) {
          requireAtMost("tags", tags.size(), limits.tags());
        }
        rows.put(new TestImage(image).tags(List.copyOf(tags)).build());
      }
    }

    @Override
    public void removeTag(String id, String tag) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(id);
        List<String> tags = new ArrayList<>(image.tags());
        if (!tags.remove(tag)) {
          throw GlanceException.notFound("no such tag");
        }
        rows.put(new TestImage(image).tags(tags).build());
      }
    }

    @Override
    public ImageMetadata changeStatus(String id, StatusChange change) {
      synchronized (rows) {
        if (rows.overtaken != null) {
          rows.put(new TestImage(rows.visible(id)).status(rows.overtaken).build());
        }
        ImageMetadata image = rows.visible(id);
        requireStatus(image, change.expected());
        rows.put(new TestImage(image).status(change.target()).build());
        return rows.row(id);
      }
    }

    @Override
    public DeletedImage delete(String id, DeleteImage command) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(id);
        rows.deletes.add(command);
        rows.images.remove(id);
        rows.members.remove(id);
        List<Intent> intents = new ArrayList<>();
        for (Location location : command.delayed() ? List.<Location>of() : image.locations()) {
          intents.add(
              new Intent(
                  intents.size() + 1,
                  id,
                  Intent.Kind.DELETE,
                  (String) location.metadata().get("store"),
                  location.url(),
                  location.metadata()));
        }
        return new DeletedImage(image, intents);
      }
    }
  }

  private static void requireStatus(ImageMetadata image, Set<ImageStatus> expected) {
    if (!expected.isEmpty() && !expected.contains(image.status())) {
      throw GlanceException.conflict("status is " + image.status().wireName());
    }
  }

  static void requireAtMost(String things, int attempted, int most) {
    if (attempted > most) {
      throw tooMany(things, attempted, most);
    }
  }

  private static GlanceException tooMany(String things, int attempted, int most) {
    return GlanceException.tooLarge(
        "The limit has been exceeded on the number of allowed image "
            + things
            + ". Attempted: "
            + attempted
            + ", Maximum: "
            + most);
  }
}
