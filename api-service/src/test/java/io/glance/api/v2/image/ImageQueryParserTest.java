package io.glance.api.v2.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.glance.kit.config.IniSettings;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Operator;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageQueryParserTest {
  private static final ImageQueryParser PARSER = new ImageQueryParser(IniSettings.of(Map.of()));

  private static ImageQuery parse(String query) {
    return PARSER.parse(QueryParameters.of(query));
  }

  // LIST-01, LIST-08, LIST-10, LIST-12, LIST-18
  @Test
  void theUsualViewIsNewestFirst() {
    ImageQuery query = parse("");

    assertThat(query.limit()).isEqualTo(25);
    assertThat(sorts(query)).isEqualTo("CREATED_AT- ID-");
    assertThat(query.visibility()).isNull();
    assertThat(query.allVisibilities()).isFalse();
    assertThat(query.memberStatus()).isEqualTo(MemberStatus.ACCEPTED);
    assertThat(query.hidden()).isFalse();
    assertThat(query.filters()).isEmpty();
    assertThat(query.marker()).isNull();
  }

  // LIST-06, LIST-07, LIST-08
  @ParameterizedTest
  @CsvSource({
    "sort_key=name, NAME- CREATED_AT- ID-",
    "sort_key=name&sort_dir=asc, NAME+ CREATED_AT+ ID+",
    "sort_key=name&sort_key=size&sort_dir=asc, NAME+ SIZE+ CREATED_AT+ ID+",
    "sort_key=name&sort_key=size&sort_dir=asc&sort_dir=desc, NAME+ SIZE- CREATED_AT- ID-",
    "sort_key=name&sort_key=size&sort_dir=asc&sort_dir=asc, NAME+ SIZE+ CREATED_AT- ID-",
    "sort_dir=asc, CREATED_AT+ ID+",
    "'sort=name:asc,size', NAME+ SIZE- CREATED_AT- ID-",
    "sort=name:asc, NAME+ CREATED_AT+ ID+",
    "sort=id:asc, ID+ CREATED_AT+",
    "'sort=name:asc,name:desc,size:asc,name', NAME+ SIZE+ CREATED_AT- ID-",
    "sort_key=name&sort_key=name, NAME- CREATED_AT- ID-",
    "'sort=created_at:asc,%20status:desc', CREATED_AT+ STATUS- ID-"
  })
  void sorts(String query, String expected) {
    assertThat(sorts(parse(query))).isEqualTo(expected);
  }

  private static String sorts(ImageQuery query) {
    return query.sort().stream()
        .map(sort -> sort.key() + (sort.descending() ? "-" : "+"))
        .collect(Collectors.joining(" "));
  }

  // LIST-09, LIST-12, LIST-18, LIST-19
  @Test
  void readsTheView() {
    ImageQuery query =
        parse(
            "visibility=shared&member_status=all&os_hidden=TRUE&tag=a&tag=%20b+&marker=m&limit=7");

    assertThat(query.visibility()).isEqualTo(Visibility.SHARED);
    assertThat(query.memberStatus()).isNull();
    assertThat(query.hidden()).isTrue();
    assertThat(query.tags()).containsExactly("a", "b");
    assertThat(query.marker()).isEqualTo("m");
    assertThat(query.limit()).isEqualTo(7);
    assertThat(parse("visibility=all").allVisibilities()).isTrue();
  }

  // LIST-01, LIST-02
  @ParameterizedTest
  @CsvSource({
    "limit=0, 0",
    "limit=1000, 1000",
    "limit=1001, 1000",
    "limit=99999999999999999999999, 1000",
    "limit=+5, 5",
    "limit=%2B5, 5"
  })
  void limits(String query, int expected) {
    assertThat(parse(query).limit()).isEqualTo(expected);
  }

  // LIST-13 to LIST-17, LIST-20, LIST-21, LIST-23, LIST-26, LIST-27
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name=x                  | name EQ [x]",
        "name=                   | name EQ []",
        "name=eq:x               | name EQ [x]",
        "name=in:a,b             | name IN [a][b]",
        "name=in:\"a,b\",c       | name IN [a,b][c]",
        "status=in:active,queued | status IN [active][queued]",
        "id=i                    | id EQ [i]",
        "disk_format=raw         | disk_format EQ [raw]",
        "container_format=bare   | container_format EQ [bare]",
        "owner=p                 | owner EQ [p]",
        "checksum=c              | checksum EQ [c]",
        "os_hash_value=h         | os_hash_value EQ [h]",
        "os_hash_algo=neq:x      | os_hash_algo EQ [neq:x]",
        "protected=true          | protected EQ [true]",
        "size=5                  | size EQ [5]",
        "size=abc                | size IN ",
        "size=5.00               | size EQ [5]",
        "size=-5.                | size EQ [-5]",
        "size=1e20000000         | size IN ",
        "size=1e3                | size IN ",
        "min_ram=1.5             | min_ram IN ",
        "size_min=5              | size GTE [5]",
        "virtual_size_max=5      | virtual_size LTE [5]",
        "min_ram_min=5           | min_ram GTE [5]",
        "min_disk_max=-5         | min_disk LTE [-5]",
        "size_min=99999999999999999999999 | size GTE [9223372036854775807]",
        "created_at=gte:2026-01-01T00:00:00Z | created_at GTE [2026-01-01T00:00:00Z]",
        "created_at=2026-01-01T02:00:00%2B02:00 | created_at EQ [2026-01-01T00:00:00Z]",
        "updated_at=neq:2026-01-01 | updated_at NEQ [2026-01-01T00:00:00Z]",
        "updated_at=lt:2026-01-01T00:00:00.5 | updated_at LT [2026-01-01T00:00:00.500Z]",
        "foo=bar                 | +foo EQ [bar]",
        "os_distro=in:a,b        | +os_distro EQ [in:a,b]",
        "is_public=x             | +is_public EQ [x]",
        "properties=x            | +properties EQ [x]",
        "deleted=true            | ",
        "tags=x                  | ",
        "foo=1&foo=2             | +foo EQ [2]"
      })
  void filters(String query, String expected) {
    String found =
        parse(query).filters().stream()
            .map(ImageQueryParserTest::text)
            .collect(Collectors.joining(" "));

    assertThat(found.strip())
        .isEqualTo(expected == null ? "" : expected.strip().replace("EQ []", "EQ []"));
  }

  private static String text(Filter filter) {
    return (filter.property() ? "+" : "")
        + filter.key()
        + " "
        + filter.operator()
        + " "
        + filter.values().stream().map(v -> "[" + v + "]").collect(Collectors.joining());
  }

  // LIST-09
  @Test
  void anEmptyVisibilityMatchesNothing() {
    assertThat(parse("visibility=").filters())
        .containsExactly(new Filter("visibility", false, Operator.IN, List.of()));
  }

  // LIST-02, LIST-06, LIST-07, LIST-09, LIST-12, LIST-14 to LIST-18, LIST-22, ERR-11
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limit=x            | limit param must be an integer",
        "limit=             | limit param must be an integer",
        "limit=-1           | limit param must be positive",
        "sort_key=zz        | Invalid sort key: zz. It must be one of the following: name, status,",
        "sort_dir=zz        | Invalid sort direction: zz",
        "sort=name:up       | Invalid sort direction: up",
        "sort=              | Invalid sort key: .",
        "sort=name&sort_key=name | Old and new sorting syntax cannot be combined",
        "sort=name&sort_dir=asc  | Old and new sorting syntax cannot be combined",
        "sort_key=name&sort_dir=asc&sort_dir=asc | Number of sort dirs does not match the number of sort keys",
        "visibility=x       | Invalid visibility value: x",
        "member_status=x    | Invalid status: x",
        "name=neq:x         | Unable to filter by unknown operator 'neq'.",
        "name=in:\"a        | Invalid filter value \"a. The quote is not closed.",
        "name=in:a\"b\"     | There is no comma before opening quotation mark.",
        "name=in:\"a\"b     | There is no comma after closing quotation mark.",
        "created_at=gte:foo | Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation.",
        "created_at=2026-13-01 | Bad \"created_at\" query filter format.",
        "created_at=in:2026-01-01T00:00:00Z | Unable to filter on a unknown operator.",
        "size_min=x         | Unable to filter on a range with a non-numeric value.",
        "foo_min=1          | Unable to filter on a range of 'foo'.",
        "protected=True     | Invalid value 'True' for 'protected' filter.",
        "os_hidden=x        | Invalid value 'x' for 'os_hidden' filter.",
        "changes-since=2026-01-01 | The \"changes-since\" filter is no longer available on v2.",
        "name=%F0%9F%98%80  | 4 byte unicode",
        "name=%ff           | could not be decoded"
      })
  void refuses(String query, String message) {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> parse(query))
        .withMessageContaining(message)
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  // SEC-46
  @Test
  void limitsFiltersAndListedValues() {
    String filters = "p=1&".repeat(2) + "tag=t&".repeat(31);
    assertThat(parse(filters).tags()).hasSize(31);
    assertRefused(filters + "tag=t", "at most 32 filters and tags");
    String items = "a,".repeat(999) + "a";
    assertThat(parse("name=in:" + items).filters().get(0).values()).hasSize(1000);
    assertRefused("name=in:" + items + ",a", "at most 1000 values");
    assertThat(parse("sort=" + "name,".repeat(500) + "name").sort()).hasSize(3);
  }

  private static void assertRefused(String query, String message) {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> parse(query))
        .withMessageContaining(message)
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  // LIST-05
  @Test
  void linksKeepRepeatedParameters() {
    QueryParameters query = QueryParameters.of("tag=a&marker=x&tag=b%20c&name=%C3%BC*~");

    assertThat(query.withMarker(null)).isEqualTo("tag=a&tag=b+c&name=%C3%BC%2A~");
    assertThat(query.withMarker("y")).isEqualTo("tag=a&tag=b+c&name=%C3%BC%2A~&marker=y");
    assertThat(QueryParameters.of(null).withMarker(null)).isEmpty();
  }
}
