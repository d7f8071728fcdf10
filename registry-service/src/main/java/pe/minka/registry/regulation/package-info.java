/** The executable ordinance: texts, versions, defaults of the national norm, and its limits. */
@NullMarked
package pe.minka.registry.regulation;

import org.jspecify.annotations.NullMarked;
