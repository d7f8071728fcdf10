/** What is done once a transaction is committed. */
@NullMarked
package pe.minka.transparency.database;

import org.jspecify.annotations.NullMarked;
