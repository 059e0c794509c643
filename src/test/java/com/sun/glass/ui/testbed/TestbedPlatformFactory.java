package com.sun.glass.ui.testbed;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.TestbedApplication;

/** Selected with {@code -Dglass.platform=Testbed}. */
public final class TestbedPlatformFactory extends HeadlessPlatformFactory {
  @Override
  public Application createApplication() {
    return new TestbedApplication();
  }
}
