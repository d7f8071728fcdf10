package pe.minka.testkit.broken.service;

import pe.minka.testkit.broken.other.OtherService;

record KnowsAnotherService(OtherService other) {}
