/**
 * Who gets what, exactly and with reasons: elections, ballots, and the rules that turn votes and a budget into a list of
 * projects. Needs nothing of the rest of Minka.
 */
@NullMarked
package pe.minka.rules;

import org.jspecify.annotations.NullMarked;
