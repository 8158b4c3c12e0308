package org.capaccueil.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that expressions in diagrams may call, under this name. Everything else in the application is invisible to
 * them. The class has to be public: the expression language calls nothing else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessBean {

    @AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
