package offences.domain;

import jakarta.servlet.http.HttpServletRequest;
import offences.process.AProcess;

class DomainWithAPage {

    HttpServletRequest request;
    AProcess process;
}
