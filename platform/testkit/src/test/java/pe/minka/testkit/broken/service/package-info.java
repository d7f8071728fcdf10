/** One class for each rule of architecture, breaking it and no other. */
@NullMarked
package pe.minka.testkit.broken.service;

import org.jspecify.annotations.NullMarked;
