package pe.minka.allocation.envelope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.TreeMap;

/** The national catalogue of funding lines. */
@ApplicationScoped
class FundingLines implements PanacheRepositoryBase<FundingLine, String> {

    /** Each line by its code. */
    Map<String, FundingLine> byCode() {
        var known = new TreeMap<String, FundingLine>();
        listAll().forEach(line -> known.put(line.line, line));
        return known;
    }
}
