package pe.minka.registry;

import pe.minka.testkit.EventContractsTest;

class RegistryEventsTest extends EventContractsTest {}
