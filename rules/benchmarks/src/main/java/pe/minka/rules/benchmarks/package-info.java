/** How fast the rules are, measured with JMH. */
@NullMarked
package pe.minka.rules.benchmarks;

import org.jspecify.annotations.NullMarked;
