package dev.frontdesk.ui;

import static dev.frontdesk.ui.FakeSession.member;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** People and projects of a made-up company. */
public final class Samples {
  private Samples() {}

  public static List<Member> atlas() {
    String[][] people = {
      {"Amara Okafor", "amara.okafor@acme.example", "owner"},
      {"Chloé Lefèvre", "chloe.lefevre@acme.example", "editor"},
      {"Đặng Thị Hồng", "hong.dang@acme.example", "viewer"},
      {"Ingrid Ødegård", "ingrid.odegard@acme.example", "admin"},
      {"José María Núñez", "jm.nunez@acme.example", "editor"},
      {"Łukasz Wójcik", "lukasz.wojcik@acme.example", "viewer"},
      {"Mateus Gonçalves", "m.goncalves@acme.example", "viewer"},
      {"Priya Raghunathan", "priya.r@acme.example", "editor"},
      {"Sibusiso Dlamini", "s.dlamini@contractor.example", "viewer"},
      {"Zoë van der Berg", "zoe.vdberg@acme.example", "editor"},
      {"Γιώργος Παπαδόπουλος", "g.papadopoulos@acme.example", "viewer"},
      {"Олена Шевченко", "o.shevchenko@acme.example", "admin"},
      {"דנה לוי", "dana.levi@acme.example", "viewer"},
      {"محمد الحسيني", "m.alhusseini@acme.example", "editor"},
      {"Ananya Sharma", "ananya.sharma@acme.example", "viewer"},
      {"Kim Minjun", "minjun.kim@acme.example", "editor"},
      {"田中 美咲", "misaki.tanaka@acme.example", "editor"},
      {"Tomás Ó Briain", "tomas.obriain@acme.example", "viewer"},
      {"Wilhelmina Featherstonehaugh-Cholmondeley", "w.featherstonehaugh@acme.example", "viewer"},
      {"Ángel Íñiguez", "angel.iniguez@acme.example", "viewer"},
      {"Björn Åkesson", "bjorn.akesson@acme.example", "editor"},
      {"Fatoumata Diallo", "fatoumata.diallo@acme.example", "viewer"},
      {"Kofi Mensah", "kofi.mensah@acme.example", "viewer"},
      {"Noa Peretz", "noa.peretz@acme.example", "viewer"}
    };
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      members.add(member("m" + (2001 + i), people[i][1], people[i][0], people[i][2]));
    }
    return members;
  }

  public static List<Roster> others() {
    Object[][] projects = {
      {"borealis", "Borealis", 8},
      {"cedar", "Cedar", 312},
      {"delta", "Delta Migration", 3},
      {"edition", "Édition Lyon", 17},
      {"fjord", "Fjord", 41},
      {"helios", "Helios", 128},
      {"kestrel", "Kestrel", 6},
      {"platform", "Platform", 2_004},
      {"zurich", "Zürich Ops", 11},
      {"beijing", "北京办公室", 56},
      {"osaka", "大阪ラボ", 19}
    };
    List<Roster> rosters = new ArrayList<>();
    for (Object[] project : projects) {
      rosters.add(roster((String) project[0], (String) project[1], (int) project[2]));
    }
    return rosters;
  }

  public static Roster roster(String id, String name, int size) {
    return new Roster(
        id,
        name,
        7,
        IntStream.range(0, size)
            .mapToObj(i ->
                member(
                    id + i,
                    "person" + i + "@acme.example",
                    "Person " + i,
                    i == 0 ? "owner" : i % 3 == 0 ? "editor" : "viewer"))
            .toList());
  }
}
