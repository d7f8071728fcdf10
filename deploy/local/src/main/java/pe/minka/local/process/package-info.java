/** Operating-system processes that outlive the program that started them. */
@NullMarked
package pe.minka.local.process;

import org.jspecify.annotations.NullMarked;
