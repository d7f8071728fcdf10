/** One PostgreSQL and one Kafka broker that the tests of all modules share. */
@NullMarked
package pe.minka.local.teststack;

import org.jspecify.annotations.NullMarked;
