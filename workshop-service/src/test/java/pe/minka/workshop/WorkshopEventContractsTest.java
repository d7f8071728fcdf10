package pe.minka.workshop;

import pe.minka.testkit.EventContractsTest;

class WorkshopEventContractsTest extends EventContractsTest {}
