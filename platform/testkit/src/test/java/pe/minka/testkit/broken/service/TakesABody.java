package pe.minka.testkit.broken.service;

record TakesABody(LeakyResource.Body body) {}
