package io.glance.store.http;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import java.net.http.HttpClient;
import java.util.Set;

/** Reads from web servers; writes and deletes nothing. */
final class HttpStore implements Store {
  private final String id;
  private final Exchange exchange;

  HttpStore(String id, HttpClient client, AddressPolicy policy) {
    this(id, new Exchange(client, policy, Timeouts.DEFAULT));
  }

  HttpStore(String id, Exchange exchange) {
    this.id = id;
    this.exchange = exchange;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String type() {
    return "http";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READ);
  }

  @Override
  public Match owns(StoreLocation location) {
    try {
      HttpLocation.parse(location);
      return Match.EXACT;
    } catch (StoreException e) {
      return Match.NO;
    }
  }

  @Override
  public StoreLocation plan(String imageId, Hint hint) throws StoreException {
    throw readOnly();
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    throw readOnly();
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    return HttpReader.open(exchange, HttpLocation.parse(location));
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    throw readOnly();
  }

  private StoreException readOnly() {
    return new StoreException(Kind.READ_ONLY, "store '" + id + "' only reads");
  }
}
