package pe.minka.transparency;

import pe.minka.testkit.ProblemCatalogueTest;

class TransparencyProblemCatalogueTest extends ProblemCatalogueTest {}
