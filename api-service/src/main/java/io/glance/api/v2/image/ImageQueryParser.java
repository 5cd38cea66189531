package io.glance.api.v2.image;

import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Column;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Operator;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query strings as {@link ImageQuery} (rows LIST-*). BAD_REQUEST for what can't be one. */
@Singleton
class ImageQueryParser {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");

  private static final int MOST_TERMS = 32;

  private final GlanceSettings settings;

  ImageQueryParser(GlanceSettings settings) {
    this.settings = settings;
  }

  ImageQuery parse(QueryParameters query) {
    if (!isEmpty(query.last("changes-since"))) {
      throw GlanceException.badRequest(
          "The \"changes-since\" filter is no longer available on v2.");
    }
    String visibility = query.last("visibility");
    boolean all = "all".equals(visibility);
    Visibility one =
        visibility == null || visibility.isEmpty() || all ? null : visibility(visibility);
    MemberStatus memberStatus = memberStatus(query.last("member_status"));
    int limit = limit(query.last("limit"));
    List<String> tags = query.every("tag").stream().map(String::strip).toList();
    tags.forEach(tag -> Texts.requireStorable("tag", tag));
    var sort = SortParser.parse(query);
    boolean hidden = hidden(query.last("os_hidden"));
    List<Filter> filters = new ArrayList<>(FilterParser.parse(query));
    if (filters.size() + tags.size() > MOST_TERMS) {
      throw GlanceException.badRequest(
          "A list takes at most " + MOST_TERMS + " filters and tags together.");
    }
    if ("".equals(visibility)) {
      // No image has an empty visibility: Glance answers an empty list, not the usual view.
      filters.add(
          new Filter(
              Column.VISIBILITY.name().toLowerCase(Locale.ROOT), false, Operator.IN, List.of()));
    }
    return new ImageQuery(
        filters, tags, one, all, memberStatus, hidden, sort, query.last("marker"), limit);
  }

  private int limit(@Nullable String text) {
    long most = settings.integer("DEFAULT", "api_limit_max");
    if (text == null) {
      return (int) Math.min(most, settings.integer("DEFAULT", "limit_param_default"));
    }
    String digits = text.strip();
    if (!INTEGER.matcher(digits).matches()) {
      throw GlanceException.badRequest("limit param must be an integer");
    }
    BigInteger limit = new BigInteger(digits);
    if (limit.signum() < 0) {
      throw GlanceException.badRequest("limit param must be positive");
    }
    return limit.min(BigInteger.valueOf(most)).intValue();
  }

  private static Visibility visibility(String text) {
    return Visibility.of(text)
        .orElseThrow(() -> GlanceException.badRequest("Invalid visibility value: " + text));
  }

  /** Null for all. */
  private static @Nullable MemberStatus memberStatus(@Nullable String text) {
    if (text == null) {
      return MemberStatus.ACCEPTED;
    }
    if (text.equals("all")) {
      return null;
    }
    return MemberStatus.of(text)
        .orElseThrow(() -> GlanceException.badRequest("Invalid status: " + text));
  }

  private static boolean hidden(@Nullable String text) {
    String value = text == null ? "false" : text.toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      throw GlanceException.badRequest(
          "Invalid value '"
              + value
              + "' for 'os_hidden' filter. Valid values are 'true' or 'false'.");
    }
    return value.equals("true");
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
