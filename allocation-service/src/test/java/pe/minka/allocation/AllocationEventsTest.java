package pe.minka.allocation;

import pe.minka.testkit.EventContractsTest;

class AllocationEventsTest extends EventContractsTest {}
