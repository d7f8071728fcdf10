package pe.minka.transparency.finding;

import java.util.UUID;

/** One who passes on what is found, in the transaction in which it happens. */
public interface FindingListener {

    void raised(Finding finding);

    /** @param answer the one of {@link Finding#answers()} that is new */
    void answered(Finding finding, UUID answer);

    void closed(Finding finding);
}
