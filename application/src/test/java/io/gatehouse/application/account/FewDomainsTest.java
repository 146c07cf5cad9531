package io.gatehouse.application.account;

import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.project.EmailDomainsContract;

class FewDomainsTest extends EmailDomainsContract {

    @Override
    protected EmailDomains domains() {
        return new FewDomains();
    }
}
