package pe.minka.execution;

import pe.minka.testkit.ArchitectureRulesTest;

class ExecutionArchitectureTest extends ArchitectureRulesTest {}
