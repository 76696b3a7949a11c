package org.convenor.web;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.convenor.chat.ProblemException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The one HTTP port, with the browser room on it.
public final class WebServer implements AutoCloseable {
    /// Nobody but this machine reaches it.
    public static final String LOOPBACK = "127.0.0.1";

    private final Server server;
    private final ServerConnector connector;
    private final EventStream streams;

    private WebServer(Server server, ServerConnector connector, EventStream streams) {
        this.server = server;
        this.connector = connector;
        this.streams = streams;
    }

    /// Opens the port and answers from now on.
    ///
    /// @param host the address to bind, for example [#LOOPBACK]
    /// @param port zero for any that is free
    /// @throws ProblemException if the port is in use or not allowed
    public static WebServer start(String host, int port, Backend backend, InstantSource clock) {
        return start(host, port, backend, clock, Beside.NOTHING);
    }

    /// Like [#start(String, int, Backend, InstantSource)], with other platforms on the same port.
    public static WebServer start(
            String host, int port, Backend backend, InstantSource clock, Beside beside) {
        var threads = new VirtualThreadPool();
        // Every open page holds a thread; they cost next to nothing.
        threads.setMaxConcurrentTasks(0);
        var server = new Server(threads);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        var streams = new EventStream();
        var context = new ServletContextHandler();
        context.setContextPath("/");
        context.addServlet(new ServletHolder(front(backend, clock, streams, beside)), "/");
        beside.servlets()
                .forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
        server.setHandler(context);
        var web = new WebServer(server, connector, streams);
        web.open(host, port);
        return web;
    }

    private static Front front(
            Backend backend, InstantSource clock, EventStream streams, Beside beside) {
        var assets = new Assets();
        var pages = new Pages(assets, clock);
        var logins = new Logins(backend);
        var attempts = new Attempts(clock);
        var routes =
                Stream.of(
                                new Plain(assets).routes(),
                                new Lobby(backend, pages, logins, attempts).routes(),
                                new Room(backend, pages, streams).routes(),
                                new Acts(backend, pages).routes(),
                                new Records(backend).routes(),
                                new Library(backend, pages).routes(),
                                new Checking(backend, pages).routes(),
                                new Stage(backend, pages, streams).routes(),
                                new Doors(beside.doorways(), pages).routes())
                        .flatMap(List::stream)
                        .toList();
        return new Front(routes, logins, pages);
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        return http;
    }

    private void open(String host, int port) {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw ClosedPort.explain(e, host, port);
        }
    }

    /// The port that is open.
    public int port() {
        return connector.getLocalPort();
    }

    /// Where people on this machine find it.
    public String url() {
        return "http://localhost:" + port();
    }

    /// Ends every open page's stream and closes the port. What was acknowledged is stored already.
    @Override
    public void close() {
        streams.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP port did not close", e);
        }
    }
}
