package pe.minka.workshop;

import pe.minka.testkit.ProblemCatalogueTest;

class WorkshopProblemCatalogueTest extends ProblemCatalogueTest {}
