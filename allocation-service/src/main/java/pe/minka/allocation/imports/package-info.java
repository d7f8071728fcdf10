/**
 * Files of many lines that ministries and entities publish: budget lines, investment programmes, execution. Real files
 * break the rules; a line is taken and flagged wherever it can be understood.
 */
@NullMarked
package pe.minka.allocation.imports;

import org.jspecify.annotations.NullMarked;
