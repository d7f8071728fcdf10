@NullMarked
package pe.minka.local.deployment;

import org.jspecify.annotations.NullMarked;
