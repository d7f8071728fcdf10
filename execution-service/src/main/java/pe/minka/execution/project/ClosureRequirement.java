package pe.minka.execution.project;

import pe.minka.execution.process.Regulation;

import java.util.List;

/** Something that must be in order before a work is closed. Each feature answers for itself. */
public interface ClosureRequirement {

    /** What is missing; empty where nothing is. */
    List<Missing> missingAtClosure(Project project, Regulation regulation);
}
