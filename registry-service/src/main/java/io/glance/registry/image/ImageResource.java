package io.glance.registry.image;

import io.glance.model.Page;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.UpdateImage;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.DeletedImage;
import io.glance.model.registry.RegistryImages;
import io.glance.registry.http.RegistryCaller;

/** {@link RegistryImages} over HTTP. */
class ImageResource implements RegistryImages {
  private final RegistryCaller caller;
  private final ImageService service;
  private final ImageDeletion deletion;

  ImageResource(RegistryCaller caller, ImageService service, ImageDeletion deletion) {
    this.caller = caller;
    this.service = service;
    this.deletion = deletion;
  }

  @Override
  public ImageMetadata create(CreateImage image) {
    return service.create(caller.context(), image);
  }

  @Override
  public ImageMetadata get(String id) {
    return service.get(caller.context(), id);
  }

  @Override
  public Page<ImageMetadata> list(ImageQuery query) {
    return service.list(caller.context(), query);
  }

  @Override
  public ImageMetadata update(String id, UpdateImage change) {
    return service.update(caller.context(), id, change);
  }

  @Override
  public void addTag(String id, String tag, ImageLimits limits) {
    service.addTag(caller.context(), id, tag, limits);
  }

  @Override
  public void removeTag(String id, String tag) {
    service.removeTag(caller.context(), id, tag);
  }

  @Override
  public ImageMetadata changeStatus(String id, StatusChange change) {
    return service.changeStatus(caller.context(), id, change.expected(), change.target());
  }

  @Override
  public DeletedImage delete(String id, DeleteImage command) {
    return deletion.delete(caller.context(), id, command);
  }
}
