/** The append-only Merkle log: what was once said in public cannot be unsaid unseen. */
@NullMarked
package pe.minka.transparency.publiclog;

import org.jspecify.annotations.NullMarked;
