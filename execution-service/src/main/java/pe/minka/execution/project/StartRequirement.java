package pe.minka.execution.project;

import pe.minka.execution.process.Regulation;

import java.util.List;

/** Something an ordinance may ask for before works start. Each feature that can be asked for answers for itself. */
public interface StartRequirement {

    /** What is missing; empty where nothing is. */
    List<Missing> missingAtStart(Project project, Regulation regulation);
}
