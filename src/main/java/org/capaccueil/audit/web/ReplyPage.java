package org.capaccueil.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.audit.domain.AuditPage;
import org.capaccueil.audit.domain.RightOfReply;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's lead replies to the findings. */
@Controller
@RequestMapping("/evaluations/{id}/audit/reply")
class ReplyPage {

    private final AuditDesk desk;
    private final RightOfReply replies;
    private final AuditFrame frame;

    ReplyPage(AuditDesk desk, RightOfReply replies, AuditFrame frame) {
        this.frame = frame;
        this.desk = desk;
        this.replies = replies;
    }

    @GetMapping
    String read(Actor actor, @PathVariable String id, Model model) {
        AuditPage audit = desk.page(actor, EvaluationId.of(id));
        if (audit.summary().status() != Status.RIGHT_OF_REPLY) {
            throw new StepNoLongerOpen();
        }
        model.addAttribute("audit", audit);
        frame.around(audit.evaluation(), model);
        return "audit/reply";
    }

    @PostMapping("/{finding}")
    ModelAndView write(
            Actor actor,
            @PathVariable String id,
            @PathVariable UUID finding,
            @ModelAttribute AuditForms.Reply form,
            HttpServletRequest request) {
        EvaluationId evaluation = EvaluationId.of(id);
        boolean fragment = request.getHeader("HX-Request") != null;
        try {
            long version = replies.write(actor, evaluation, finding, form.version(), AuditForms.given(form.reply()));
            return fragment
                    ? new ModelAndView("audit/rating :: noted").addObject("version", version)
                    : new ModelAndView("redirect:/evaluations/" + evaluation + "/audit/reply");
        } catch (ChangedMeanwhile conflict) {
            if (!fragment) {
                throw conflict;
            }
            return new ModelAndView("audit/rating :: noted", HttpStatus.CONFLICT)
                    .addObject(
                            "version", desk.finding(actor, evaluation, finding).version())
                    .addObject("conflict", conflict)
                    .addObject("keepHref", "/evaluations/" + evaluation + "/audit/reply");
        } catch (BusinessRefusal refusal) {
            if (!fragment || !refusal.isPlain()) {
                throw refusal;
            }
            return new ModelAndView("audit/rating :: noted", HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("version", form.version())
                    .addObject("sentence", refusal.sentence());
        }
    }

    @PostMapping
    String submit(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        replies.submit(actor, evaluation);
        flash.addFlashAttribute(
                "notice", "Vos réponses sont remises à l'auditeur. Il rend maintenant son rapport final.");
        return "redirect:/evaluations/" + evaluation + "/audit";
    }
}
