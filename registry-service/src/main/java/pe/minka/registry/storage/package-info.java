/** What the database says no to. */
@NullMarked
package pe.minka.registry.storage;

import org.jspecify.annotations.NullMarked;
