package offences;

import jakarta.persistence.Entity;
import net.sf.jasperreports.engine.JasperReport;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** An entity others may change, a field nobody passed in, an engine and a report where they do not belong. */
@Entity
@Controller
public class EverythingWrong {

    @Autowired
    RuntimeService runtime;

    JasperReport report;

    public void setReport(JasperReport other) {
        System.out.println(other);
        report = other;
    }
}
