package io.glance.store.core.transfer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A digest over all bytes. */
final class DigestLane implements ByteLane {
  private final MessageDigest digest;
  private String hex = "";

  DigestLane(MessageDigest digest) {
    this.digest = digest;
  }

  @Override
  public void accept(ByteBuffer data) {
    digest.update(data);
  }

  @Override
  public void end() {
    hex = HexFormat.of().formatHex(digest.digest());
  }

  /** In lower-case hex, once ended. */
  String hex() {
    return hex;
  }
}
