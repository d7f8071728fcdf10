package pe.minka.allocation.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The criteria that projects are given points by, as the ordinance publishes them; frozen with the ordinance. */
record Matrix(List<Criterion> criteria) {

    /** @param most points that a project can get by it */
    record Criterion(String code, int most) {}

    /** What is wrong with the points of one project. */
    sealed interface Breach {

        record Unknown(String criterion) implements Breach {}

        record Missing(String criterion) implements Breach {}

        record OverMaximum(String criterion, int given, int most) implements Breach {}
    }

    List<Breach> breaches(Map<String, Integer> points) {
        var found = new ArrayList<Breach>();
        var known = criteria.stream().map(Criterion::code).toList();
        points.keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> found.add(new Breach.Unknown(code)));
        for (var criterion : criteria) {
            var given = points.get(criterion.code());
            if (given == null) {
                found.add(new Breach.Missing(criterion.code()));
            } else if (given > criterion.most()) {
                found.add(new Breach.OverMaximum(criterion.code(), given, criterion.most()));
            }
        }
        return found;
    }
}
