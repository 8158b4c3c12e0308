package org.capaccueil.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies between a browser and the application: passes every byte on, until a test pulls it out. */
public final class Cable implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Cable.class);

    private final ServerSocket plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile boolean pulled;

    /** @param port of the application */
    public Cable(int port) throws IOException {
        this.port = port;
        inBackground(() -> {
            while (!plug.isClosed()) {
                connect(plug.accept());
            }
        });
    }

    public String address() {
        return "http://127.0.0.1:" + plug.getLocalPort();
    }

    /** Whatever is on its way is lost, and nothing more gets through. */
    public void pull() {
        pulled = true;
        ends.forEach(Cable::drop);
        ends.clear();
    }

    public void putBack() {
        pulled = false;
    }

    @Override
    public void close() throws IOException {
        pull();
        plug.close();
    }

    private void connect(Socket browser) throws IOException {
        if (pulled) {
            drop(browser);
            return;
        }
        Socket application = new Socket(InetAddress.getLoopbackAddress(), port);
        ends.addAll(Set.of(browser, application));
        pass(browser, application);
        pass(application, browser);
        if (pulled) {
            pull();
        }
    }

    private void pass(Socket from, Socket to) {
        inBackground(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } finally {
                drop(from);
                drop(to);
                ends.remove(from);
                ends.remove(to);
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        log.debug("one end hung up, or the cable was pulled", closed);
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drop(Socket end) {
        try {
            end.close();
        } catch (IOException alreadyGone) {
            throw new java.io.UncheckedIOException(alreadyGone);
        }
    }
}
