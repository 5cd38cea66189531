package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.OursOnly;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SEC-60 and SEC-13: no name in a request reaches anything but a property of that name. */
class BlackBoxReservedNamesIT extends BlackBox {
  static List<String> names() {
    return List.of(
        "image_id",
        "imageId",
        "ID",
        "Id",
        "_id",
        "class",
        "getClass",
        "hashCode",
        "toString",
        "notify",
        "wait",
        "owner_id",
        "ownerId",
        "Owner",
        "project",
        "project_id",
        "tenant",
        "Status",
        "STATUS",
        "status_",
        "deletedAt",
        "deleted_by",
        "Deleted",
        "is_deleted",
        "createdAt",
        "updatedAt",
        "minRam",
        "minDisk",
        "diskFormat",
        "containerFormat",
        "virtualSize",
        "Size",
        "Checksum",
        "osHidden",
        "osHashAlgo",
        "osHashValue",
        "Protected",
        "isProtected",
        "is_public",
        "isPublic",
        "Visibility",
        "extraProperties",
        "extra_properties",
        "properties",
        "property",
        "member",
        "members",
        "memberStatus",
        "context",
        "delete",
        "set_data",
        "base",
        "__class__",
        "__doc__",
        "__dict__",
        "version",
        "lease",
        "location_data",
        "expectedStatus",
        "purgeProperties",
        "serialVersionUID");
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("SEC-60: names of columns, beans and columns are properties like any other")
  @OursOnly("SEC-60: the peer lets attributes of its model be set")
  void namesArePropertiesLikeAnyOther(String name) {
    String other = owner.active(data(3), "protected", true);
    String id = owner.image();
    String otherBefore = owner.get("/v2/images/" + other).text();
    ObjectNode before = owner.show(id).deepCopy();
    owner.patch(id, op("remove", "/" + name, null)).expect(403, 409);
    owner.patch(id, op("replace", "/" + name, other)).expect(403, 409);
    Reply added = owner.patch(id, op("add", "/" + name, other)).expect(200, 403);
    if (added.status() == 200) {
      assertThat(owner.show(id).path(name).asText()).isEqualTo(other);
      owner.patch(id, op("replace", "/" + name, "x")).expect(200);
      owner.patch(id, op("remove", "/" + name, null)).expect(200);
    }
    ObjectNode after = owner.show(id).deepCopy();
    assertThat(without(after)).isEqualTo(without(before));
    assertThat(owner.get("/v2/images/" + other).text()).isEqualTo(otherBefore);
    Reply created = owner.create(object(name, other)).expect(201, 403);
    if (created.status() == 201) {
      assertThat(created.json().path(name).asText()).isEqualTo(other);
      assertThat(created.json().path("status").asText()).isEqualTo("queued");
    }
  }

  private static ObjectNode without(ObjectNode image) {
    image.remove("updated_at");
    return image;
  }
}
