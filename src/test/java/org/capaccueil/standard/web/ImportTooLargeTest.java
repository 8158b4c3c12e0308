package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

class ImportTooLargeTest {

    private final ImportTooLarge answer = new ImportTooLarge();

    @Test
    void aFileTheServerTurnsDownLeadsBackToTheFormWithTheLimitOfThisPage() {
        ModelAndView page = resolve("/standards/import", new MaxUploadSizeExceededException(10));

        assertThat(page).isNotNull();
        assertThat(page.getViewName()).isEqualTo("standard/import");
        assertThat(page.getStatus()).hasToString("413 PAYLOAD_TOO_LARGE");
        assertThat(page.getModel().get("faults"))
                .asString()
                .contains("dépasse 2 Mo")
                .doesNotContain("10 Mo");
    }

    @Test
    void otherPagesAndOtherFaultsAreAnsweredElsewhere() {
        assertThat(resolve("/evaluations/1/evidence", new MaxUploadSizeExceededException(10)))
                .isNull();
        assertThat(resolve("/standards/import", new IllegalStateException())).isNull();
    }

    private ModelAndView resolve(String path, Exception fault) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        return answer.resolveException(request, new MockHttpServletResponse(), null, fault);
    }
}
