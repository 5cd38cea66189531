package io.glance.store.http;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which machines may be asked, decided by address after the name was resolved, before each request
 * and each redirect. The JDK caches the resolution, so that the connection goes to what was judged.
 */
interface AddressPolicy {
  /** Refuses what no image server has: cloud metadata, multicast, the unspecified address. */
  AddressPolicy DEFAULT =
      address ->
          !address.isLinkLocalAddress()
              && !address.isMulticastAddress()
              && !address.isAnyLocalAddress();

  /** Whether an address may be asked. */
  boolean allows(InetAddress address);

  /**
   * Refuses a host with any address that may not be asked.
   *
   * @throws StoreException BAD_LOCATION; UNAVAILABLE where the name has no address
   */
  default void check(String host) throws StoreException {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!allows(address)) {
          throw new StoreException(Kind.BAD_LOCATION, "the host's address is not allowed");
        }
      }
    } catch (UnknownHostException e) {
      throw new StoreException(Kind.UNAVAILABLE, "the host's name can't be resolved", e);
    }
  }
}
