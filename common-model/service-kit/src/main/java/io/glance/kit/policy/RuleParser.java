package io.glance.kit.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses oslo.policy's language (POL-22).
 *
 * <p>{@code not} binds tighter than {@code and}, {@code and} tighter than {@code or}. Where
 * oslo.policy logs a broken rule and lets nobody pass, this one throws.
 *
 * <p>Source: oslo_policy/_parser.py.
 */
final class RuleParser {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    CHECK
  }

  private record Token(Kind kind, String text) {}

  private final Deque<Token> tokens = new ArrayDeque<>();
  private final String source;

  private RuleParser(String source) {
    this.source = source;
    SPACE.splitAsStream(source).forEach(this::tokenize);
  }

  /**
   * Parses a value of a policy file: a text, or the old lists of lists; null allows everybody like
   * the empty text.
   *
   * @throws RuleSyntaxException where it is neither
   */
  static Rule parse(@Nullable Object value) {
    if (value == null) {
      return new Rule.Constant(true);
    }
    if (value instanceof String text) {
      return parse(text);
    }
    if (value instanceof List<?> list) {
      return parseList(list);
    }
    throw new RuleSyntaxException("a rule must be a text or a list, this is '" + value + "'");
  }

  static Rule parse(String text) {
    if (text.isBlank()) {
      return new Rule.Constant(true);
    }
    RuleParser parser = new RuleParser(text);
    Rule rule = parser.or();
    if (!parser.tokens.isEmpty()) {
      throw parser.unexpected(parser.tokens.element());
    }
    return rule;
  }

  /** The outer list is joined by or, the inner ones by and. */
  private static Rule parseList(List<?> outer) {
    if (outer.isEmpty()) {
      return new Rule.Constant(true);
    }
    List<Rule> alternatives = new ArrayList<>();
    for (Object inner : outer) {
      List<?> checks = inner instanceof List<?> list ? list : List.of(inner);
      List<Rule> all = new ArrayList<>();
      for (Object check : checks) {
        if (!(check instanceof String text)) {
          throw new RuleSyntaxException("'" + check + "' in a list of checks isn't a text");
        }
        all.add(check(text));
      }
      if (!all.isEmpty()) {
        alternatives.add(all.size() == 1 ? all.get(0) : new Rule.And(all));
      }
    }
    if (alternatives.isEmpty()) {
      return new Rule.Constant(false);
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Rule.Or(alternatives);
  }

  private void tokenize(String word) {
    int start = 0;
    while (start < word.length() && word.charAt(start) == '(') {
      tokens.add(new Token(Kind.OPEN, "("));
      start++;
    }
    int end = word.length();
    while (end > start && word.charAt(end - 1) == ')') {
      end--;
    }
    String text = word.substring(start, end);
    if (!text.isEmpty()) {
      tokens.add(
          switch (text.toLowerCase(Locale.ROOT)) {
            case "and" -> new Token(Kind.AND, text);
            case "or" -> new Token(Kind.OR, text);
            case "not" -> new Token(Kind.NOT, text);
            default -> new Token(Kind.CHECK, text);
          });
    }
    for (int i = end; i < word.length(); i++) {
      tokens.add(new Token(Kind.CLOSE, ")"));
    }
  }

  private Rule or() {
    List<Rule> rules = new ArrayList<>(List.of(and()));
    while (take(Kind.OR)) {
      rules.add(and());
    }
    return rules.size() == 1 ? rules.get(0) : new Rule.Or(rules);
  }

  private Rule and() {
    List<Rule> rules = new ArrayList<>(List.of(not()));
    while (take(Kind.AND)) {
      rules.add(not());
    }
    return rules.size() == 1 ? rules.get(0) : new Rule.And(rules);
  }

  private Rule not() {
    boolean negated = false;
    while (take(Kind.NOT)) {
      negated = !negated;
    }
    Rule rule = primary();
    return negated ? new Rule.Not(rule) : rule;
  }

  private Rule primary() {
    Token token = tokens.poll();
    if (token == null) {
      throw new RuleSyntaxException("'" + source + "' ends too early");
    }
    if (token.kind() == Kind.CHECK) {
      return check(token.text());
    }
    if (token.kind() != Kind.OPEN) {
      throw unexpected(token);
    }
    Rule inner = or();
    if (!take(Kind.CLOSE)) {
      throw new RuleSyntaxException("'" + source + "' lacks a ')'");
    }
    return inner;
  }

  private boolean take(Kind kind) {
    Token next = tokens.peek();
    if (next == null || next.kind() != kind) {
      return false;
    }
    tokens.remove();
    return true;
  }

  private RuleSyntaxException unexpected(Token token) {
    return new RuleSyntaxException("'" + source + "' has a misplaced '" + token.text() + "'");
  }

  private static Rule check(String text) {
    if (text.equals("@") || text.equals("!")) {
      return new Rule.Constant(text.equals("@"));
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new RuleSyntaxException("'" + text + "' is not of the form 'kind:value'");
    }
    String kind = text.substring(0, colon);
    String value = text.substring(colon + 1);
    return switch (kind) {
      case "rule" -> new Rule.Reference(value);
      case "role" -> new Rule.Role(Template.of(value));
      case "http", "https" ->
          throw new RuleSyntaxException(
              "'" + text + "': checks by a remote server are not supported");
      default -> compare(kind, Template.of(value));
    };
  }

  private static Rule compare(String kind, Template value) {
    if (kind.isEmpty()) {
      throw new RuleSyntaxException("a check has nothing before its ':'");
    }
    char first = kind.charAt(0);
    if (first == '\'' || first == '"') {
      if (kind.length() < 2 || kind.charAt(kind.length() - 1) != first) {
        throw new RuleSyntaxException("the literal " + kind + " isn't closed");
      }
      return new Rule.LiteralIs(kind.substring(1, kind.length() - 1), value);
    }
    if (NUMBER.matcher(kind).matches()
        || kind.equals("True")
        || kind.equals("False")
        || kind.equals("None")) {
      return new Rule.LiteralIs(kind, value);
    }
    return new Rule.CallerIs(kind, value);
  }
}
