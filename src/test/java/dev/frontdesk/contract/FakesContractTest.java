package dev.frontdesk.contract;

import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import java.util.List;

/** The ports in memory. */
class FakesContractTest extends SharedContract {
  @Override
  Ports ports(List<Member> atlas) {
    FakeTables tables = new FakeTables().put(new Roster("atlas", "Project atlas", 0, atlas));
    return new Ports(tables, tables, new FakeInvalidator());
  }

  @Override
  void overwrite(Ports ports, Member member) {
    Roster now = ports.rosters().roster("atlas");
    List<Member> members =
        now.members().stream().map(each -> each.id().equals(member.id()) ? member : each).toList();
    ((FakeTables) ports.rosters())
        .put(new Roster("atlas", now.projectName(), now.version(), members));
  }

  @Override
  boolean hasInvalidator() {
    return true;
  }
}
