package io.glance.api.v2.image;

import io.glance.kit.http.PythonJson;
import io.glance.model.image.ImageMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members as clients see them. */
final class MemberView {
  private MemberView() {}

  static byte[] bytes(ImageMember member) {
    return PythonJson.bytes(fields(member));
  }

  static byte[] bytes(List<ImageMember> members) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("members", members.stream().map(MemberView::fields).toList());
    list.put("schema", "/v2/schemas/members");
    return PythonJson.bytes(list);
  }

  private static Map<String, String> fields(ImageMember member) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("member_id", member.memberId());
    fields.put("image_id", member.imageId());
    fields.put("status", member.status().wireName());
    fields.put("created_at", WireTime.of(member.createdAt()));
    fields.put("updated_at", WireTime.of(member.updatedAt()));
    fields.put("schema", "/v2/schemas/member");
    return fields;
  }
}
