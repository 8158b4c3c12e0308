package org.capaccueil.audit.domain;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;

/** What an audit tells the process, in the business's words. */
public interface AuditProcess {

    void auditorAssigned(EvaluationId evaluation, Actor actor, PersonId auditor);

    void concluded(EvaluationId evaluation, Actor actor);

    /** The auditor has declared a link: a quality manager judges it first. */
    void linkDeclared(EvaluationId evaluation, Actor actor);

    void linkJudged(EvaluationId evaluation, Actor actor, boolean kept);

    void recused(EvaluationId evaluation, Actor actor);

    void replied(EvaluationId evaluation, Actor actor);

    void finalised(EvaluationId evaluation, Actor actor);

    /** Refuses when nobody is to be assigned now, or not by this person. */
    void requireAssignment(EvaluationId evaluation, Actor actor);

    /** Refuses when no reply is awaited, or not from this person. */
    void requireReply(EvaluationId evaluation, Actor actor);
}
