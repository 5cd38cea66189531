package io.glance.model.image;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of an image, applied as a whole under the row's lock, so that two changes at once lose
 * nothing: only what is named here changes.
 *
 * @param expectedStatus statuses the image may have, else 409 (CONFLICT); empty is any
 * @param attributes new values of columns: String (null where the column allows it), Integer or
 *     Boolean
 * @param setProperties extra properties to add or overwrite
 * @param removeProperties extra properties to drop; a missing one is ignored
 * @param tags the whole new list; null leaves the tags
 * @param limits counts that the image may not exceed after the change
 */
public record UpdateImage(
    Set<ImageStatus> expectedStatus,
    Map<ImageAttribute, @Nullable Object> attributes,
    Map<String, String> setProperties,
    Set<String> removeProperties,
    @Nullable List<String> tags,
    ImageLimits limits) {}
