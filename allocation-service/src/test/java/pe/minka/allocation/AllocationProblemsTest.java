package pe.minka.allocation;

import pe.minka.testkit.ProblemCatalogueTest;

class AllocationProblemsTest extends ProblemCatalogueTest {}
