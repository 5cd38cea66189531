package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.api.image.MemberId;
import io.glance.model.error.GlanceException;

/** The bodies that name a member or its status (MEM-01, MEM-02, MEM-07). */
final class MemberBodyParser {
  private MemberBodyParser() {}

  /** The project to share with. */
  static String member(JsonNode body) {
    JsonNode member = body.path("member");
    if (body.isObject() && member.isMissingNode()) {
      throw GlanceException.badRequest("Member to be added not specified");
    }
    if (!member.isTextual()) {
      throw GlanceException.badRequest("Expected a member in the form: {\"member\": \"image_id\"}");
    }
    return MemberId.checked(member.textValue());
  }

  /** What the member says, any text. */
  static String status(JsonNode body) {
    if (!body.isObject()) {
      throw GlanceException.badRequest("Expected a status in the form: {\"status\": \"status\"}");
    }
    if (!body.has("status")) {
      throw GlanceException.badRequest("Status not specified");
    }
    return body.get("status").asText();
  }
}
