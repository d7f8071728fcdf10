package pe.minka.registry.agent;

import pe.minka.registry.regulation.Admission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The principals that one organisation sends together, where the ordinance says how many and of which sex. */
final class Delegation {

    private Delegation() {}

    /** Most principals by sex; empty where the ordinance composes no delegation and sets no ceiling. */
    static Map<Sex, Integer> ceilings(Admission admission) {
        var ceilings = new EnumMap<Sex, Integer>(Sex.class);
        var most = admission.agentsPerOrganisation();
        var women = admission.delegationWomen();
        var men = admission.delegationMen();
        if (women != null && men != null) {
            ceilings.put(Sex.FEMALE, women);
            ceilings.put(Sex.MALE, men);
        } else if (most != null) {
            ceilings.put(Sex.FEMALE, most);
            ceilings.put(Sex.MALE, most);
        }
        return ceilings;
    }

    /** Why no other principal of that sex fits in. */
    static List<Unmet> full(Map<Sex, Integer> accredited, Sex sex, Admission admission) {
        var unmet = new ArrayList<Unmet>();
        int all = accredited.values().stream().mapToInt(Integer::intValue).sum();
        var most = admission.agentsPerOrganisation();
        if (most != null && all >= most) {
            unmet.add(new Unmet("/organisation", "organisation-has-its-agent", most.toString(), admission.law()));
        }
        var ceiling = ceilings(admission).get(sex);
        if (unmet.isEmpty() && ceiling != null && accredited.getOrDefault(sex, 0) >= ceiling) {
            unmet.add(new Unmet(
                    "/sex",
                    sex == Sex.FEMALE ? "delegation-has-its-women" : "delegation-has-its-men",
                    ceiling.toString(),
                    admission.law()));
        }
        return unmet;
    }

    /** Why a delegation is not complete; counts what is there against what the ordinance asks. */
    static List<Unmet> incomplete(Map<Sex, Integer> accredited, Admission admission) {
        var unmet = new ArrayList<Unmet>();
        var women = admission.delegationWomen();
        var men = admission.delegationMen();
        if (women == null || men == null) {
            return unmet;
        }
        if (accredited.getOrDefault(Sex.FEMALE, 0) != women.intValue()) {
            unmet.add(new Unmet(
                    "/women",
                    "delegation-women",
                    accredited.getOrDefault(Sex.FEMALE, 0) + " ≠ " + women,
                    admission.law()));
        }
        if (accredited.getOrDefault(Sex.MALE, 0) != men.intValue()) {
            unmet.add(new Unmet(
                    "/men", "delegation-men", accredited.getOrDefault(Sex.MALE, 0) + " ≠ " + men, admission.law()));
        }
        return unmet;
    }
}
