package pe.minka.transparency;

import pe.minka.testkit.EventContractsTest;

class TransparencyEventContractsTest extends EventContractsTest {}
