/** Stories on the whole running system, told through its public APIs alone. */
package pe.minka.stories;
