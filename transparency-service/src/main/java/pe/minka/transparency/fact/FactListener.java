package pe.minka.transparency.fact;

import java.util.List;

/**
 * One who does something with the facts of a transaction, once each, just before it commits. Facts of different services
 * come in any order. Listeners with a higher {@link jakarta.annotation.Priority} are told first.
 */
public interface FactListener {

    int READ_MODEL = 300;
    int FEED = 200;
    int LOG = 100;

    void heard(List<Heard> facts);
}
