/** What came of a round: declared before, settled by the declared chain, sealed as an act that strangers can check. */
@NullMarked
package pe.minka.workshop.result;

import org.jspecify.annotations.NullMarked;
