package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:sts::1:assumed-role/Admin/session (amara@desk-07) | amara@desk-07, Admin",
        "arn:aws:sts::1:assumed-role/Admin/session | Admin",
        "arn:aws:iam::1:user/path/amara (amara@desk-07) | amara@desk-07, amara",
        "arn:aws:iam::1:user/amara | amara",
        "arn:aws:iam::1:root (amara@desk-07) | amara@desk-07, root",
        "AKIAIOSFODNN7EXAMPLE (amara@desk-07) | amara@desk-07, AKIAIOSFODNN7EXAMPLE",
        "AKIAIOSFODNN7EXAMPLE | AKIAIOSFODNN7EXAMPLE"
      })
  void namesThePersonAndWhatAwsKnowsThemAs(String who, String inShort) {
    assertEquals(inShort, Identity.inShort(who));
  }
}
