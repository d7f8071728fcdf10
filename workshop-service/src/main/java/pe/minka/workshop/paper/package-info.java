/** Ballots of paper: reconciled per table, read by two people who do not see each other's numbers, and photographed. */
@NullMarked
package pe.minka.workshop.paper;

import org.jspecify.annotations.NullMarked;
