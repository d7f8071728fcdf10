package pe.minka.transparency.fact;

import pe.minka.platform.core.EntityCode;

/** Something public that another service told. Holds no person: names here are of offices and of organisations. */
public sealed interface Fact permits EntityFact, ProcessFact {

    EntityCode entity();

    /** The id of the thing told about; with the kind it is unique within a process or an entity. */
    String subject();
}
