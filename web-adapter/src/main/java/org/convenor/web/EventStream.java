package org.convenor.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Server-sent events: tells a page which of its parts to fetch again. Each stream holds one
/// virtual thread until the page goes or the server closes.
final class EventStream implements AutoCloseable {
    /// Signals end the waiting, never interrupts: an interrupted thread would take the server's
    /// selector down with it.
    private final Set<Semaphore> open = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /// What is to be told.
    ///
    /// @param names of the events; empty if nothing changed
    /// @param id the page sends it back when it returns
    record Told(List<String> names, String id) {}

    /// Streams until the page is gone.
    ///
    /// @param changed released whenever it is worth looking
    /// @param pauseSeconds look at least this often; a page that is gone is noticed as late as this
    /// @param look what to tell since the id told last
    void run(Call call, Semaphore changed, int pauseSeconds, String since, Look look)
            throws IOException {
        var response = call.response();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        open.add(changed);
        try {
            write(call, "retry: 1000\n\n");
            var last = since;
            while (!closed) {
                var told = look.since(last);
                last = told.id();
                write(call, told.names().isEmpty() ? ": still here\n\n" : events(told));
                changed.tryAcquire(pauseSeconds, TimeUnit.SECONDS);
                changed.drainPermits();
            }
        } catch (InterruptedException closing) {
            throw new IOException("the stream was cut off", closing);
        } finally {
            open.remove(changed);
        }
    }

    private static String events(Told told) {
        var events = new StringBuilder();
        told.names()
                .forEach(name ->
                        events.append("event: ")
                                .append(name)
                                .append("\nid: ")
                                .append(told.id())
                                .append("\ndata: -\n\n"));
        return events.toString();
    }

    private static void write(Call call, String text) throws IOException {
        var out = call.response().getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Semaphore::release);
    }

    /// Looks what changed.
    @FunctionalInterface
    interface Look {
        Told since(String id);
    }
}
