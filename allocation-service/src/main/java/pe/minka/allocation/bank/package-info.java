/** Lists of projects of several areas as one bank, and the doubles in it. */
@NullMarked
package pe.minka.allocation.bank;

import org.jspecify.annotations.NullMarked;
