package io.glance.registry.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with the values of its question marks: no value ever becomes text. */
public final class Sql {
  private static final Pattern BEYOND_COLUMNS = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** Starts with SQL and its values. */
  public static Sql of(String text, @Nullable Object... values) {
    return new Sql().add(text, values);
  }

  /** Appends SQL and its values. */
  public Sql add(String more, @Nullable Object... itsValues) {
    text.append(more);
    values.addAll(Arrays.asList(itsValues));
    return this;
  }

  /** Appends another piece. */
  public Sql add(Sql more) {
    text.append(more.text);
    values.addAll(more.values);
    return this;
  }

  /** Appends {@code (?,?,…)} for values; the count is rounded up so that few statements differ. */
  public Sql addList(Collection<?> items) {
    List<Object> padded = new ArrayList<>(items);
    if (padded.isEmpty()) {
      return add("(NULL)");
    }
    Object last = padded.get(padded.size() - 1);
    int wanted = Integer.highestOneBit(Math.max(1, padded.size() - 1)) * 2;
    while (padded.size() > 1 && padded.size() < wanted) {
      padded.add(last);
    }
    text.append('(').append(String.join(",", Collections.nCopies(padded.size(), "?"))).append(')');
    values.addAll(padded);
    return this;
  }

  /**
   * Text to compare with a column: what no column can hold (characters of four bytes) becomes a
   * character that none does hold, as servers refuse to compare the former at all.
   */
  public static String comparable(String text) {
    return BEYOND_COLUMNS.matcher(text).replaceAll("\uFFFF");
  }

  /** The SQL. */
  public String text() {
    return text.toString();
  }

  /** The values in the order of the question marks. */
  public List<@Nullable Object> values() {
    return Collections.unmodifiableList(values);
  }

  /** Sets the values of a statement made from {@link #text()}. */
  public void bind(PreparedStatement statement) throws SQLException {
    for (int index = 0; index < values.size(); index++) {
      statement.setObject(index + 1, values.get(index));
    }
  }
}
