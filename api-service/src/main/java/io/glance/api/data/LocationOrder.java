package io.glance.api.data;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
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
 * In which order an image's locations are tried: preferred stores as named, then by weight, then as
 * stored (DOWN-10, DOWN-11, STORE-04).
 */
@Singleton
class LocationOrder {
  /** Marks of an import that is under way; never served. */
  private static final String PENDING = "pending";

  private final StoreCatalog catalog;

  LocationOrder(StoreCatalog catalog) {
    this.catalog = catalog;
  }

  /** A location and the store that serves it. */
  record Source(ConfiguredStore store, StoreLocation location) {}

  /**
   * The stores of {@code ?prefer=a,b}.
   *
   * @throws GlanceException BAD_REQUEST for an unknown one, and in single-store mode
   */
  List<String> preferred(@Nullable String prefer) {
    if (prefer == null || prefer.isBlank()) {
      return List.of();
    }
    if (!catalog.multiStore()) {
      throw GlanceException.badRequest("Multi backend is not supported at this site.");
    }
    List<String> ids = new ArrayList<>();
    for (String id : prefer.split(",", -1)) {
      String store = id.strip();
      if (catalog.find(store).isEmpty()) {
        throw GlanceException.badRequest("Store '" + store + "' is not available on this site.");
      }
      ids.add(store);
    }
    return ids;
  }

  /** Places that can be tried; locations no store here serves are left out. */
  List<Source> of(ImageMetadata image, List<String> preferred) {
    List<Source> sources = new ArrayList<>();
    for (Location location : image.locations()) {
      StoreLocation place = new StoreLocation(location.url());
      if (!place.scheme().equals(PENDING)) {
        Optional<ConfiguredStore> store = catalog.locate(place, storeOf(location));
        store.ifPresent(found -> sources.add(new Source(found, place)));
      }
    }
    sources.sort(
        Comparator.comparingInt((Source source) -> rank(preferred, source))
            .thenComparing(source -> source.store().weight(), Comparator.reverseOrder()));
    return sources;
  }

  private static int rank(List<String> preferred, Source source) {
    int index = preferred.indexOf(source.store().id());
    return index < 0 ? preferred.size() : index;
  }

  /** The store's id in the row; Rocky and Stein called it backend. Null where there is none. */
  private static @Nullable String storeOf(Location location) {
    Object store = location.metadata().getOrDefault("store", location.metadata().get("backend"));
    return store instanceof String id ? id : null;
  }
}
