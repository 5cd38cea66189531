package io.glance.e2e.client;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The images that a test made, to be removed after it. */
public final class Litter {
  private static final String UNPROTECT =
      "[{\"op\":\"replace\",\"path\":\"/protected\",\"value\":false}]";

  private final Deque<Runnable> work = new ConcurrentLinkedDeque<>();

  /** Somebody made an image. */
  void made(Actor actor, String id) {
    work.push(() -> remove(actor, id));
  }

  /** Something else to do after the test. */
  public void later(Runnable action) {
    work.push(action);
  }

  /** Removes everything, the newest first. */
  public void sweep() {
    for (Runnable action = work.poll(); action != null; action = work.poll()) {
      action.run();
    }
  }

  private static void remove(Actor actor, String id) {
    if (actor.delete("/v2/images/" + id).status() == 403) {
      actor.patch(id, UNPROTECT);
      actor.delete("/v2/images/" + id);
    }
  }
}
