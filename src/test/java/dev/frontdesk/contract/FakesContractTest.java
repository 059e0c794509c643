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
  boolean hasInvalidator() {
    return true;
  }
}
