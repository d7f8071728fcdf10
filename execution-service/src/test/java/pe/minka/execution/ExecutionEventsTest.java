package pe.minka.execution;

import pe.minka.testkit.EventContractsTest;

class ExecutionEventsTest extends EventContractsTest {}
