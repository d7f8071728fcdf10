package pe.minka.allocation;

import pe.minka.testkit.ArchitectureRulesTest;

class AllocationArchitectureTest extends ArchitectureRulesTest {}
