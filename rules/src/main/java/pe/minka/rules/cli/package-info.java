/** The command line: for auditors, researchers and other programs. */
@NullMarked
package pe.minka.rules.cli;

import org.jspecify.annotations.NullMarked;
