/** What the tests of all services share. Nothing here stands in for a part of the system: the broker and the database are real. */
@NullMarked
package pe.minka.testkit;

import org.jspecify.annotations.NullMarked;
