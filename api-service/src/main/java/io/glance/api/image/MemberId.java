package io.glance.api.image;

import io.glance.model.error.GlanceException;

/** Which texts may name a member: a project id as the column holds it, one segment of a path. */
public final class MemberId {
  private static final int LONGEST = 255;

  private MemberId() {}

  /** Whether a member of that id could be there. */
  static boolean possible(String member) {
    return !member.isEmpty()
        && member.length() <= LONGEST
        && !member.equals(".")
        && !member.equals("..")
        && member.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c));
  }

  /** Checks the member to be added. BAD_REQUEST for one that no row could hold (ERR-11). */
  public static String checked(String member) {
    if (member.isEmpty()) {
      throw GlanceException.badRequest("Member can't be empty");
    }
    if (member.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
      throw GlanceException.badRequest("Member can't contain 4 byte unicode characters.");
    }
    if (!possible(member)) {
      throw GlanceException.badRequest("Member is not the id of a project");
    }
    return member;
  }
}
