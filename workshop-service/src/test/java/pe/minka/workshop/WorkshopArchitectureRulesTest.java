package pe.minka.workshop;

import pe.minka.testkit.ArchitectureRulesTest;

class WorkshopArchitectureRulesTest extends ArchitectureRulesTest {}
