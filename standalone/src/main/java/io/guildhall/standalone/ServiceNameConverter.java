package io.guildhall.standalone;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Whose line of the log it is: the thread group of the service, since all share one log. */
public final class ServiceNameConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        return group == null || group.getParent() == null || "main".equals(group.getName())
                ? "guildhall"
                : group.getName();
    }
}
