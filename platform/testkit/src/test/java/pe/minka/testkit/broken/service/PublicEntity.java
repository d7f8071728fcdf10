package pe.minka.testkit.broken.service;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.util.UUID;

/** Only read from its file: were it an entity of the tests' service, it would want a table. */
@Entity
public class PublicEntity {

    @Id
    UUID id = UUID.randomUUID();
}
