package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of an ini file, as oslo_config/iniparser.py reads them. */
class IniParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = b|a|b",
        "a=b|a|b",
        "a: b|a|b",
        "a = b=c:d|a|b=c:d",
        "url: http://h:5000|url|http://h:5000",
        "connection = mysql+pymysql://u:p@h/d?charset=utf8|connection|mysql+pymysql://u:p@h/d?charset=utf8",
        "log-file = x|log_file|x",
        "a = 'b c'|a|b c",
        "a = \"b c\"|a|b c",
        "a = b # c|a|b # c",
        "a =|a|``",
      })
  void readsOneAssignment(String line, String key, String value) {
    assertThat(IniParser.parse("f", List.of("[s]", line)))
        .containsExactly(new IniParser.Assignment("s", key, value, 2));
  }

  @Test
  void joinsContinuationLinesUntilABlankLine() {
    assertThat(IniParser.parse("f", List.of("[s]", "a = b,", "  c,", "\td", "", "e = f")))
        .containsExactly(
            new IniParser.Assignment("s", "a", "b,\nc,\nd", 2),
            new IniParser.Assignment("s", "e", "f", 6));
  }

  @Test
  void skipsCommentsAndKeepsRepeatedKeys() {
    assertThat(IniParser.parse("f", List.of("# c", "; c", "[s]", "a = 1", "#a = 2", "a = 3")))
        .extracting(IniParser.Assignment::value)
        .containsExactly("1", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "a = b, line 1: option outside any section",
    "[s, line 1: invalid section header",
    "[], line 1: invalid section header",
    "' a = b', line 1: unexpected continuation line",
  })
  void refusesABrokenFileByNameAndLine(String line, String problem) {
    assertThatThrownBy(() -> IniParser.parse("/etc/glance/x.conf", List.of(line)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("/etc/glance/x.conf")
        .hasMessageContaining(problem);
  }

  @Test
  void refusesALineThatIsNoAssignment() {
    assertThatThrownBy(() -> IniParser.parse("f", List.of("[s]", "hello")))
        .hasMessageContaining("f, line 2: no ':' or '=' found");
  }
}
