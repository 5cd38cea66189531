package io.glance.api.data;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The uploads of this process that are under way. */
@Singleton
class RunningUploads {
  private final InstanceName instance;
  private final AtomicLong numbers = new AtomicLong();
  private final Set<RunningUpload> running = ConcurrentHashMap.newKeySet();

  RunningUploads(InstanceName instance) {
    this.instance = instance;
  }

  /** Notes an upload; closing the note ends it. */
  RunningUpload start(String imageId) {
    RunningUpload upload =
        new RunningUpload(imageId, instance.ofUpload(numbers.incrementAndGet()), running::remove);
    running.add(upload);
    return upload;
  }

  List<RunningUpload> all() {
    return List.copyOf(running);
  }
}
