package pe.minka.registry.simulation;

import pe.minka.registry.regulation.Regulation;

import java.util.List;

/** One part of a plan, which holds itself to the rules. */
interface Part {

    /** What each rule that speaks of it says; empty where the regulation does not speak of it. */
    List<Finding> under(Regulation rules);
}
