package pe.minka.testkit.broken.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class HiddenTransaction {

    void open() {
        hidden();
    }

    @Transactional
    private void hidden() {}
}
