/** What a person types after {@code ./minka}. */
@NullMarked
package pe.minka.local.command;

import org.jspecify.annotations.NullMarked;
