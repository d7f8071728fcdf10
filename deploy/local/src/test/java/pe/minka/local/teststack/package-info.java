@NullMarked
package pe.minka.local.teststack;

import org.jspecify.annotations.NullMarked;
