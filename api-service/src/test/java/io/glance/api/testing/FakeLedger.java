package io.glance.api.testing;

import io.glance.api.registry.AsService;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryUploads;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The uploads of {@link FakeRegistry}: no clock, leases end when a test says so. */
@Alternative
@Singleton
public class FakeLedger {
  private final FakeRegistry rows;
  private final Map<Long, Intent> open = new LinkedHashMap<>();
  private final Map<Long, String> finished = new LinkedHashMap<>();
  private final Map<Long, String> holders = new LinkedHashMap<>();
  private final Set<Long> abandoned = new java.util.HashSet<>();
  private long numbers;

  public final List<RegistryUploads.BeginUpload> begun = new CopyOnWriteArrayList<>();
  public final List<RegistryUploads.FinishUpload> finishes = new CopyOnWriteArrayList<>();
  public final List<RegistryUploads.Lease> holds = new CopyOnWriteArrayList<>();
  public final List<RegistryUploads.Leases> renewals = new CopyOnWriteArrayList<>();

  /** How many answers of finish get lost after the registry did its work. */
  public volatile int lostAnswers;

  /** How many finishes don't reach the registry. */
  public volatile int lostCalls;

  /** How many holds don't reach the registry. */
  public volatile int lostHolds;

  /** How many renewals don't reach the registry. */
  public volatile int lostRenewals;

  /** Run at the end of claim. */
  public volatile Runnable afterClaim = () -> {};

  /** Run before finish. */
  public volatile Runnable beforeFinish = () -> {};

  /** Thrown by begin. */
  public volatile GlanceException failBegin;

  FakeLedger(FakeRegistry rows) {
    this.rows = rows;
  }

  /** Forgets everything. */
  public void reset() {
    synchronized (rows) {
      open.clear();
      finished.clear();
      abandoned.clear();
      begun.clear();
      finishes.clear();
      renewals.clear();
      lostAnswers = 0;
      lostCalls = 0;
      lostHolds = 0;
      lostRenewals = 0;
      afterClaim = () -> {};
      holders.clear();
      holds.clear();
      beforeFinish = () -> {};
      failBegin = null;
    }
  }

  /** Intents that live. */
  public List<Intent> open() {
    synchronized (rows) {
      return List.copyOf(open.values());
    }
  }

  /** Puts an intent whose lease ran out. */
  public void abandon(Intent.Kind kind, String imageId, String store, String location) {
    synchronized (rows) {
      long id = ++numbers;
      open.put(id, new Intent(id, imageId, kind, store, location, Map.of()));
      abandoned.add(id);
    }
  }

  /** Removes the row, as a delete by somebody else does. */
  public void deleteImage(String imageId) {
    synchronized (rows) {
      rows.images.remove(imageId);
    }
  }

  /** Leases of all open intents run out. */
  public void expire() {
    synchronized (rows) {
      abandoned.addAll(open.keySet());
    }
  }

  @Produces
  @Singleton
  @Alternative
  RegistryUploads uploads() {
    return new Contract();
  }

  @Produces
  @Singleton
  @AsService
  @Alternative
  RegistryUploads serviceUploads() {
    return new Contract();
  }

  @Produces
  @Singleton
  @AsService
  @Alternative
  RegistryImages serviceImages() {
    return (RegistryImages)
        Proxy.newProxyInstance(
            RegistryImages.class.getClassLoader(),
            new Class<?>[] {RegistryImages.class},
            (proxy, method, args) -> {
              synchronized (rows) {
                ImageMetadata image = rows.images.get(String.valueOf(args[0]));
                if (image == null) {
                  throw GlanceException.notFound("no image");
                }
                return image;
              }
            });
  }

  /** Another instance takes over what is open. */
  public void takeOver(String instance) {
    synchronized (rows) {
      open.keySet().forEach(id -> holders.put(id, instance));
    }
  }

  private void requireHeld(long intentId, String instance) {
    if (open.containsKey(intentId) && !instance.equals(holders.getOrDefault(intentId, instance))) {
      throw GlanceException.conflict("held by another instance");
    }
  }

  private final class Contract implements RegistryUploads {
    @Override
    public Intent begin(String imageId, BeginUpload command) {
      synchronized (rows) {
        if (failBegin != null) {
          throw failBegin;
        }
        ImageMetadata image = rows.visible(imageId);
        if (image.status() != ImageStatus.QUEUED) {
          throw GlanceException.conflict("status is " + image.status().wireName());
        }
        begun.add(command);
        rows.put(new TestImage(image).status(ImageStatus.SAVING).build());
        Intent intent =
            new Intent(
                ++numbers,
                imageId,
                Intent.Kind.UPLOAD,
                command.store(),
                command.location(),
                Map.of());
        open.put(intent.id(), intent);
        holders.put(intent.id(), command.instance());
        return intent;
      }
    }

    @Override
    public void locate(long intentId, Location location) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImageMetadata finish(long intentId, FinishUpload result) {
      beforeFinish.run();
      synchronized (rows) {
        if (lostCalls-- > 0) {
          throw GlanceException.unavailable("the call got lost", null);
        }
        if (finished.containsKey(intentId)) {
          return rows.row(finished.get(intentId));
        }
        Intent intent = open.get(intentId);
        ImageMetadata image = intent == null ? null : rows.images.get(intent.imageId());
        if (image == null || image.status() != ImageStatus.SAVING) {
          throw new GlanceException(ErrorCode.GONE, "no such upload");
        }
        finishes.add(result);
        TestImage active =
            new TestImage(image)
                .status(ImageStatus.ACTIVE)
                .data(result.size(), result.checksum(), result.osHashAlgo(), result.osHashValue())
                .locations(result.location());
        if (result.virtualSize() != null) {
          active.virtualSize(result.virtualSize());
        }
        rows.put(active.build());
        open.remove(intentId);
        finished.put(intentId, image.id());
        if (lostAnswers-- > 0) {
          throw GlanceException.unavailable("the answer got lost", null);
        }
        return rows.row(image.id());
      }
    }

    @Override
    public void abort(long intentId, Holder holder) {
      synchronized (rows) {
        requireHeld(intentId, holder.instance());
        Intent intent = open.remove(intentId);
        ImageMetadata image = intent == null ? null : rows.images.get(intent.imageId());
        if (image != null && image.status() == ImageStatus.SAVING) {
          rows.put(new TestImage(image).status(ImageStatus.QUEUED).build());
        }
      }
    }

    @Override
    public void renew(Leases leases) {
      if (lostRenewals-- > 0) {
        throw GlanceException.unavailable("the call got lost", null);
      }
      renewals.add(leases);
    }

    @Override
    public List<Intent> claim(Lease lease) {
      synchronized (rows) {
        List<Intent> claimed = new ArrayList<>();
        for (long id : abandoned) {
          if (open.containsKey(id)) {
            claimed.add(open.get(id));
            holders.put(id, lease.instance());
          }
        }
        abandoned.clear();
        afterClaim.run();
        return claimed;
      }
    }

    @Override
    public void hold(long intentId, Lease lease) {
      synchronized (rows) {
        if (lostHolds-- > 0) {
          throw GlanceException.unavailable("the call got lost", null);
        }
        if (!open.containsKey(intentId)) {
          throw GlanceException.conflict("not held");
        }
        requireHeld(intentId, lease.instance());
        holds.add(lease);
      }
    }

    @Override
    public void resolve(long intentId, Holder holder) {
      synchronized (rows) {
        requireHeld(intentId, holder.instance());
        open.remove(intentId);
      }
    }
  }
}
