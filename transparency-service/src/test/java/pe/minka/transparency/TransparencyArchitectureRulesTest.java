package pe.minka.transparency;

import pe.minka.testkit.ArchitectureRulesTest;

class TransparencyArchitectureRulesTest extends ArchitectureRulesTest {}
