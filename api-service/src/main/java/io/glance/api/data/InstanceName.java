package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of this process in the ledger of bytes: {@code [reconciler] instance} or the host's
 * name, with a random part. A process started anew has another name, so it can't keep alive what
 * its predecessor left.
 */
@Singleton
class InstanceName {
  private static final int MAX_LENGTH = 100;

  private final String text;

  InstanceName(GlanceSettings settings) {
    String given = settings.text("reconciler", "instance").orElseGet(InstanceName::host);
    this.text =
        String.format(
            Locale.ROOT,
            "%s-%08x",
            given.substring(0, Math.min(MAX_LENGTH, given.length())),
            ThreadLocalRandom.current().nextInt());
  }

  /** Holder of the lease of one upload: renewed while the upload runs. */
  String ofUpload(long number) {
    return text + "/upload-" + number;
  }

  /** Holder of deletes right after their row: never renewed, so that a failed one is claimable. */
  String ofDeletes() {
    return text + "/delete";
  }

  /** Holder of what the reconciler claimed; never renewed either. */
  String ofSweep() {
    return text + "/sweep";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "glance-api";
    }
  }
}
