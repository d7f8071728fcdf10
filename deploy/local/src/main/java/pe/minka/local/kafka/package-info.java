/** A Kafka broker of one node from registry artifacts. */
@NullMarked
package pe.minka.local.kafka;

import org.jspecify.annotations.NullMarked;
