package pe.minka.workshop.ballot;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Stands in a connection before all the rest, and tells a crowd to come again at a cost of some microseconds: no thread,
 * no route and no measure of a request is set going for it. Only where nothing else of the connection is under way, so
 * that answers keep the order of their requests; a connection without one is met by the {@link Doorkeeper} alone.
 */
final class Turnstile extends ChannelDuplexHandler {

    private static final String NAME = "turnstile";
    /** What Vert.x calls the part of a connection of HTTP/1.1 that writes answers. */
    private static final String ENCODER = "httpEncoder";

    private final Doorkeeper doorkeeper;
    private final BusyNotice notice;
    private final ChannelHandlerContext encoder;

    /** Requests that went in and are not answered: at the beginning the one that is met when it is put up. */
    private int underWay = 1;

    private boolean isTurningAway;
    private boolean isToldNow;

    private Turnstile(Doorkeeper doorkeeper, BusyNotice notice, ChannelHandlerContext encoder) {
        this.doorkeeper = doorkeeper;
        this.notice = notice;
        this.encoder = encoder;
    }

    /** From the next request on, once for each connection. */
    static void putUp(RoutingContext request, Doorkeeper doorkeeper, BusyNotice notice) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            var pipeline = connection.channelHandlerContext().pipeline();
            var encoder = pipeline.context(ENCODER);
            if (encoder != null && pipeline.get(NAME) == null) {
                pipeline.addAfter(ENCODER, NAME, new Turnstile(doorkeeper, notice, encoder));
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isTurningAway) {
            isTurningAway = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request && isTurnedAway(context, request)) {
            isTurningAway = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            encoder.write(told(context, request), encoder.voidPromise());
            isToldNow = true;
        } else {
            underWay += message instanceof HttpRequest ? 1 : 0;
            context.fireChannelRead(message);
        }
    }

    private boolean isTurnedAway(ChannelHandlerContext context, HttpRequest request) {
        return underWay == 0
                && request.decoderResult().isSuccess()
                && Doorkeeper.isCast(request.method().name(), request.uri())
                && HttpUtil.isKeepAlive(request)
                && !request.headers().contains(HttpHeaderNames.EXPECT)
                && doorkeeper.isCrowded(context.executor());
    }

    private ByteBuf told(ChannelHandlerContext context, HttpRequest request) {
        var answer = notice.encoded(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
        return context.alloc().directBuffer(answer.length).writeBytes(answer);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isToldNow) {
            isToldNow = false;
            encoder.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isOnlyInformation(message)) {
            underWay--;
        }
        context.write(message, promise);
    }

    private static boolean isOnlyInformation(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
