/** What other public bodies ask a municipality to hand in. */
@NullMarked
package pe.minka.registry.export;

import org.jspecify.annotations.NullMarked;
