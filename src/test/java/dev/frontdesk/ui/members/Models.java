package dev.frontdesk.ui.members;

import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.InstantSource;
import java.util.Locale;

/** The page's models on a session of fakes, in English, at the hour when the session begins. */
final class Models {
  private Models() {}

  static MembersModel members(FakeSession session, TestThread thread) {
    return members(session, thread.work());
  }

  static MembersModel members(FakeSession session, Work work) {
    return new MembersModel(
        session.open(), work, new Now(InstantSource.fixed(FakeSession.START)), Locale.ENGLISH);
  }
}
