package io.glance.registry.member;

import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMember;
import io.glance.model.image.MemberStatus;
import io.glance.model.registry.RegistryMembers;
import io.glance.registry.http.RegistryCaller;
import java.util.List;

/** {@link RegistryMembers} over HTTP. */
class MemberResource implements RegistryMembers {
  private final RegistryCaller caller;
  private final MemberService service;

  MemberResource(RegistryCaller caller, MemberService service) {
    this.caller = caller;
    this.service = service;
  }

  @Override
  public List<ImageMember> list(String imageId) {
    return service.list(caller.context(), imageId);
  }

  @Override
  public ImageMember get(String imageId, String member) {
    return service.get(caller.context(), imageId, member);
  }

  @Override
  public ImageMember add(String imageId, String member, ImageLimits limits) {
    return service.add(caller.context(), imageId, member, limits);
  }

  @Override
  public ImageMember setStatus(String imageId, String member, MemberStatus status) {
    return service.setStatus(caller.context(), imageId, member, status);
  }

  @Override
  public void remove(String imageId, String member) {
    service.remove(caller.context(), imageId, member);
  }
}
