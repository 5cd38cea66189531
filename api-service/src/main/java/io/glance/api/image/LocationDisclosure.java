package io.glance.api.image;

import io.glance.api.policy.ImagePolicy;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.RequestContext;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.StoreLocation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is shown of the places of an image's bytes (IMG-03 to IMG-05, ACT-05): by weight of
 * the store, heaviest first, else in the order of the rows.
 */
@Singleton
public class LocationDisclosure {
  private static final String STORE = "store";

  private final GlanceSettings settings;
  private final StoreCatalog stores;
  private final ImagePolicy policy;

  LocationDisclosure(GlanceSettings settings, StoreCatalog stores, ImagePolicy policy) {
    this.settings = settings;
    this.stores = stores;
    this.policy = policy;
  }

  /**
   * What to show.
   *
   * @param locations null hides the key, an empty list shows that there are none
   * @param directUrl null hides the key
   * @param stores ids joined by commas; null hides the key
   */
  public record Shown(
      @Nullable List<Location> locations, @Nullable String directUrl, @Nullable String stores) {}

  /** What to show of an image to a caller. */
  public Shown of(ImageMetadata image, RequestContext caller) {
    boolean all = settings.flag("DEFAULT", "show_multiple_locations");
    boolean direct = settings.flag("DEFAULT", "show_image_direct_url");
    if (!all && !direct && !stores.multiStore()) {
      return new Shown(null, null, null);
    }
    List<Placed> placed = mayKnow(image, caller) ? placed(image) : List.of();
    return new Shown(
        all ? placed.stream().map(Placed::location).toList() : null,
        direct && !placed.isEmpty() ? placed.get(0).location().url() : null,
        names(placed));
  }

  /** Ids of the configured stores in their order; empty in single-store mode. */
  public List<String> storeIds() {
    return stores.multiStore()
        ? stores.stores().stream().map(ConfiguredStore::id).toList()
        : List.of();
  }

  private boolean mayKnow(ImageMetadata image, RequestContext caller) {
    boolean deactivated = image.status() == ImageStatus.DEACTIVATED && !caller.isAdmin();
    return !image.locations().isEmpty()
        && !deactivated
        && policy.allows("get_image_location", image, caller);
  }

  private List<Placed> placed(ImageMetadata image) {
    List<Placed> placed = new ArrayList<>(image.locations().size());
    for (Location location : image.locations()) {
      placed.add(place(location));
    }
    if (placed.size() > 1) {
      placed.sort(Comparator.comparingInt(Placed::weight).reversed());
    }
    return placed;
  }

  private Placed place(Location location) {
    if (!stores.multiStore()) {
      return new Placed(location, null, 0);
    }
    String named = location.metadata().get(STORE) instanceof String id ? id : null;
    Optional<ConfiguredStore> store =
        named != null
            ? stores.find(named)
            : stores.locate(new StoreLocation(location.url()), null); // STORE-06
    String id = named != null ? named : store.map(ConfiguredStore::id).orElse(null);
    return new Placed(location, id, store.map(ConfiguredStore::weight).orElse(0));
  }

  private @Nullable String names(List<Placed> placed) {
    if (!stores.multiStore()) {
      return null;
    }
    StringBuilder names = new StringBuilder();
    for (Placed one : placed) {
      if (one.store() != null && !one.store().isEmpty()) {
        names.append(names.isEmpty() ? "" : ",").append(one.store());
      }
    }
    return names.isEmpty() ? null : names.toString();
  }

  private record Placed(Location location, @Nullable String store, int weight) {}
}
