package dev.frontdesk;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void runs() {
    Main.main(new String[] {"x"});
  }
}
