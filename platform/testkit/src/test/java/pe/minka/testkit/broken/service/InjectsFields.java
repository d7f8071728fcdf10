package pe.minka.testkit.broken.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;

@ApplicationScoped
class InjectsFields {

    @Inject
    Clock clock;
}
