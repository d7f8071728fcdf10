package pe.minka.registry.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.agent.Addressees;

import java.util.Optional;
import java.util.UUID;

/** Reads what a message is made of; the notice of a wave once, each person when it is written to. */
@ApplicationScoped
class NoticeSources implements NoticeDispatch.NoticeContents {

    private final Notices notices;
    private final Addressees addressees;
    private final NoticeLetters letters;
    private volatile @Nullable Notice last;

    NoticeSources(Notices notices, Addressees addressees, NoticeLetters letters) {
        this.notices = notices;
        this.addressees = addressees;
        this.letters = letters;
    }

    @Override
    public Notice notice(UUID id) {
        var known = last;
        if (known != null && known.id().equals(id)) {
            return known;
        }
        var read = QuarkusTransaction.requiringNew().call(() -> notices.find(id).orElseThrow());
        last = read;
        return read;
    }

    @Override
    public Optional<Addressees.Addressee> addressee(UUID person) {
        return QuarkusTransaction.requiringNew().call(() -> addressees.of(person));
    }

    @Override
    public NoticeLetters letters() {
        return letters;
    }
}
