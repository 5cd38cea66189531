package io.glance.registry.upload;

import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Location;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads;
import io.glance.registry.http.RegistryCaller;
import java.util.List;

/** {@link RegistryUploads} over HTTP. */
class UploadResource implements RegistryUploads {
  private final RegistryCaller caller;
  private final UploadService service;

  UploadResource(RegistryCaller caller, UploadService service) {
    this.caller = caller;
    this.service = service;
  }

  @Override
  public Intent begin(String imageId, BeginUpload command) {
    return service.begin(caller.context(), imageId, command);
  }

  @Override
  public void locate(long intentId, Location location) {
    service.locate(caller.context(), intentId, location);
  }

  @Override
  public ImageMetadata finish(long intentId, FinishUpload result) {
    return service.finish(caller.context(), intentId, result);
  }

  @Override
  public void abort(long intentId, Holder holder) {
    service.abort(caller.context(), intentId, holder);
  }

  @Override
  public void renew(Leases leases) {
    service.renew(caller.context(), leases);
  }

  @Override
  public List<Intent> claim(Lease lease) {
    return service.claim(caller.context(), lease);
  }

  @Override
  public void hold(long intentId, Lease lease) {
    service.hold(caller.context(), intentId, lease);
  }

  @Override
  public void resolve(long intentId, Holder holder) {
    service.resolve(caller.context(), intentId, holder);
  }
}
