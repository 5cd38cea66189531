package io.glance.model.registry;

import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Location;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uploads and the ledger of bytes (security-reliability: intents before bytes, publish in one
 * transaction, delete row first). Lease times are counted by the database's clock.
 */
@Path("/internal/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface RegistryUploads {

  /**
   * In one transaction: the image goes from queued to saving and an UPLOAD intent is written.
   * CONFLICT where the image isn't queued (UP-06) or an intent of it is still open, TOO_LARGE where
   * the owner's quota is used up already.
   */
  @POST
  @Path("begin/{imageId}")
  Intent begin(@PathParam("imageId") String imageId, BeginUpload command);

  /** Names where the bytes go to, as soon as the store tells and before it publishes them. */
  @POST
  @Path("{intentId}/location")
  void locate(@PathParam("intentId") long intentId, Location location);

  /**
   * In one transaction: location row, size, hashes, status active, end of the intent; only while
   * the status is saving and the intent lives. Otherwise GONE: the caller removes its bytes and
   * calls {@link #abort}; CONFLICT where the image lives but the intent was taken over, TOO_LARGE
   * above the quota: likewise. Sent again for a finished intent of the same image it answers the
   * image: an answer that got lost may be asked for again.
   */
  @POST
  @Path("{intentId}/finish")
  ImageMetadata finish(@PathParam("intentId") long intentId, FinishUpload result);

  /**
   * The upload failed and its bytes are gone: the image goes from saving to queued (where it still
   * is saving), the intent ends. CONFLICT where somebody else holds the intent by now: it is for
   * him to remove the bytes and to end it. Nothing happens where it has been aborted already.
   */
  @POST
  @Path("{intentId}/abort")
  void abort(@PathParam("intentId") long intentId, Holder holder);

  /** Holds on to all intents of some instances, at most some hundred, for another lease. */
  @POST
  @Path("renew")
  void renew(Leases leases);

  /**
   * Takes over up to 100 intents whose lease ran out. The caller acts on each, having made sure of
   * it by {@link #hold}, and ends it by abort or resolve.
   */
  @POST
  @Path("claim")
  List<Intent> claim(Lease lease);

  /**
   * Holds on to one intent, for as long as the deletion of its bytes may take. CONFLICT where it
   * has ended or somebody else holds it: the bytes at its place may be a new upload's then.
   */
  @POST
  @Path("{intentId}/hold")
  void hold(@PathParam("intentId") long intentId, Lease lease);

  /**
   * The bytes of a DELETE intent are gone: its location becomes deleted, the intent ends. CONFLICT
   * as of {@link #abort}.
   */
  @POST
  @Path("{intentId}/resolve")
  void resolve(@PathParam("intentId") long intentId, Holder holder);

  /**
   * Start of an upload.
   *
   * @param instance who uploads
   * @param store id of the store; null in single-store mode
   * @param location where the bytes will be, where the store knows that in advance
   * @param size bytes, null while unknown
   * @param quotaBytes most bytes the owner may have stored (DB-19), below 0 for none; 0 is
   *     unlimited too
   * @param leaseSeconds life of the intent without renewal
   */
  record BeginUpload(
      String instance,
      @Nullable String store,
      @Nullable String location,
      @Nullable Long size,
      long quotaBytes,
      int leaseSeconds) {}

  /**
   * What came in.
   *
   * @param size bytes
   * @param virtualSize bytes of the disk inside, null where unknown
   * @param checksum MD5 in hex
   * @param quotaBytes most bytes the owner may have stored, checked now where the size wasn't known
   *     at the beginning; 0 and below is unlimited
   */
  record FinishUpload(
      Location location,
      long size,
      @Nullable Long virtualSize,
      String checksum,
      String osHashAlgo,
      String osHashValue,
      long quotaBytes) {}

  /** A claim on intents: who, and for how many seconds. */
  record Lease(String instance, int seconds) {}

  /** Claims of several on their intents, for that many seconds. */
  record Leases(List<String> instances, int seconds) {}

  /** Who acts on an intent. */
  record Holder(String instance) {}
}
