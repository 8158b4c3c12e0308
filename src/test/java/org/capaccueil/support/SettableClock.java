package org.capaccueil.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock tests can move, for the domain and the engine together. */
@TestComponent
@Primary
public class SettableClock extends Clock {

    private Duration offset = Duration.ZERO;

    public void advance(Duration by) {
        offset = offset.plus(by);
        ClockUtil.setCurrentTime(Date.from(instant()));
    }

    public void reset() {
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }
}
