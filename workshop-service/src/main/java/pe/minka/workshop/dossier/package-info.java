/** What voters read before they vote: themes, projects, opinions. */
@NullMarked
package pe.minka.workshop.dossier;

import org.jspecify.annotations.NullMarked;
