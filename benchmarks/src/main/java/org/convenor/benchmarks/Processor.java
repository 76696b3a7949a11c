package org.convenor.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Processor time of the two threads that a press runs on: the caller's and the one that writes.
final class Processor {
    private static final String WRITER = "store-writer";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long writer = find();

    /// Nanoseconds so far, of the calling thread and the writer together.
    long used() {
        return threads.getCurrentThreadCpuTime() + threads.getThreadCpuTime(writer);
    }

    private long find() {
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && WRITER.equals(thread.getThreadName())) {
                return thread.getThreadId();
            }
        }
        throw new IllegalStateException("no thread is called " + WRITER);
    }
}
