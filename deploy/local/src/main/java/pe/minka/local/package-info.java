/** The whole of Minka on one machine: PostgreSQL, Kafka, Keycloak and the five services. */
@NullMarked
package pe.minka.local;

import org.jspecify.annotations.NullMarked;
