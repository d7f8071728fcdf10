package pe.minka.registry;

import pe.minka.testkit.ArchitectureRulesTest;

class RegistryArchitectureTest extends ArchitectureRulesTest {}
