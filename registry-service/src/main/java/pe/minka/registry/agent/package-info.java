/** Agents: application, accreditation, credential, roll, and the personal data behind them. */
@NullMarked
package pe.minka.registry.agent;

import org.jspecify.annotations.NullMarked;
