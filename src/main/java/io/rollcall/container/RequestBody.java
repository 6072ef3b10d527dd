package io.rollcall.container;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes in, whoever reads it: not longer than allowed, and not for longer than it may take in all,
 * however the bytes drip. Tomcat itself limits how long one byte may take, and what forms may hold, but no other body.
 */
final class RequestBody implements InputBuffer {

    /** As the container names what belongs to a request, such as this. */
    private static final String ATTRIBUTE = RequestBody.class.getName();

    /** What people who are not signed in may send. */
    static final int SMALL = 64 * 1024;

    /** What people who are signed in may send. */
    static final int LARGE = 1024 * 1024;

    private final InputBuffer coming;
    private @Nullable SocketWrapperBase<?> socket;
    private long end;
    private long read;
    private long longest = SMALL;
    private boolean tooLarge;

    RequestBody(InputBuffer coming) {
        this.coming = coming;
    }

    /** That of a request that came over a connection of ours; nothing elsewhere, as in tests without a server. */
    static @Nullable RequestBody of(ServletRequest request) {
        return (RequestBody) request.getAttribute(ATTRIBUTE);
    }

    void comesFrom(SocketWrapperBase<?> socket) {
        this.socket = socket;
    }

    /** Starts anew with a request whose head is there; the time counts from its first byte. */
    void begin(Request request, Duration limit) {
        request.setAttribute(ATTRIBUTE, this);
        end = request.getStartTimeNanos() + limit.toNanos();
        read = 0;
        longest = SMALL;
        tooLarge = false;
    }

    void allowLarge() {
        longest = LARGE;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether it says of itself that it is longer than allowed. */
    boolean isSaidToBeTooLarge(ServletRequest request) {
        tooLarge |= request.getContentLengthLong() > longest;
        return tooLarge;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (tooLarge) {
            throw tooLarge();
        }
        if (coming.available() == 0) {
            waitNoLongerThanIsLeft();
        }
        var count = coming.doRead(handler);
        read += Math.max(count, 0);
        if (read > longest) {
            tooLarge = true;
            throw tooLarge();
        }
        return count;
    }

    @Override
    public int available() {
        return coming.available();
    }

    /**
     * Takes in what nobody has read, so that the sender hears the answer and the connection can be used again; gives the connection
     * up when that is too much or takes too long.
     */
    void drain(Request request) {
        longest = LARGE;
        tooLarge = request.getContentLengthLong() > LARGE;
        var nowhere = new Nowhere();
        try {
            while (doRead(nowhere) >= 0) {
                // on to the next ones
            }
        } catch (IOException e) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** The sender's mistake, to the container; of any other it would think that nobody is there to be answered. */
    private static IOException tooLarge() {
        return new BadRequestException("The body is too large");
    }

    private void waitNoLongerThanIsLeft() throws IOException {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw new SocketTimeoutException("The body took too long");
        }
        if (socket != null) {
            socket.setReadTimeout(Math.max(1, left.toMillis()));
        }
    }

    /** What is read is not kept. */
    private static final class Nowhere implements ApplicationBufferHandler {

        private @Nullable ByteBuffer bytes;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // not asked for
        }
    }
}
