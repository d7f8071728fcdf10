package pe.minka.platform.runtime.caller;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URL;
import java.security.Key;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The keys that the identity provider publishes (RFC 7517). They are at hand without asking it: it is asked again now and
 * then in the background, and where a token names a key that is not among them. While it is away, the known ones hold.
 */
@Singleton
class IssuerKeys implements JWSKeySelector<SecurityContext> {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    /** How long a provider that did not answer is taken to be away. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LARGEST_BYTES = 256 * 1024;

    /** A token names a key that was not published when the keys were last looked at. */
    static final class UnknownKey extends KeySourceException {
        private static final long serialVersionUID = 1L;

        private UnknownKey() {
            super("a key that is not published");
        }

        /** It is thrown where a crowd is: nobody reads where from. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private record Published(JWK description, Key key) {}

    private record Known(Map<String, Published> byId, long since) {}

    private final URL address;
    private final Duration lookedAtAgain;
    /** Whoever invents keys does not make the provider busy. */
    private final Duration leftAlone;

    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Known known = new Known(Map.of(), System.nanoTime());
    private long askedAt = System.nanoTime() - Duration.ofDays(1).toNanos();
    private @Nullable IOException away;

    IssuerKeys(
            @ConfigProperty(name = "minka.identity.keys") URL address,
            @ConfigProperty(name = "minka.identity.keys-looked-at-again", defaultValue = "PT5M") Duration lookedAtAgain,
            @ConfigProperty(name = "minka.identity.keys-left-alone", defaultValue = "PT10S") Duration leftAlone) {
        this.address = address;
        this.lookedAtAgain = lookedAtAgain;
        this.leftAlone = leftAlone;
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws UnknownKey {
        if (!AccessTokens.METHODS.contains(header.getAlgorithm()) || header.getKeyID() == null) {
            return List.of();
        }
        var now = known;
        var published = now.byId.get(header.getKeyID());
        if (published == null) {
            throw new UnknownKey();
        }
        if (System.nanoTime() - now.since > lookedAtAgain.toNanos()) {
            lookInTheBackground();
        }
        return JWKMatcher.forJWSHeader(header).matches(published.description) ? List.of(published.key) : List.of();
    }

    /**
     * Asks the provider, unless it was asked a moment ago; where it was away then, it still is. So nobody stands in a line
     * of those who ask.
     */
    synchronized void look() throws IOException {
        if (isLeftAlone()) {
            if (away != null) {
                throw new IOException("asked a moment ago", away);
            }
            return;
        }
        try {
            known = published();
            away = null;
        } catch (IOException now) {
            away = now;
            throw now;
        } finally {
            askedAt = System.nanoTime();
        }
    }

    private boolean isLeftAlone() {
        var pause = away == null || leftAlone.compareTo(AWAY) < 0 ? leftAlone : AWAY;
        return System.nanoTime() - askedAt < pause.toNanos();
    }

    private Known published() throws IOException {
        try {
            var set = JWKSet.load(address, PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_BYTES);
            return new Known(
                    set.getKeys().stream()
                            .filter(key -> key.getKeyID() != null)
                            .flatMap(key -> KeyConverter.toJavaKeys(List.of(key)).stream()
                                    .map(converted -> new Published(key, converted)))
                            .collect(Collectors.toMap(each -> each.description.getKeyID(), each -> each)),
                    System.nanoTime());
        } catch (ParseException unreadable) {
            throw new IOException("not a set of keys: " + address, unreadable);
        }
    }

    private void lookInTheBackground() {
        if (looking.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> {
                try {
                    look();
                } catch (IOException away) {
                    LOG.warnf(
                            "The keys of the identity provider are not to be had, the known ones hold: %s",
                            away.getMessage());
                } finally {
                    looking.set(false);
                }
            });
        }
    }
}
