package org.capaccueil.workflow;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans of diagrams' expressions. A view on the context instead of a copy: the engine is built before the use cases
 * its beans need, so each bean is looked up when an expression first names it.
 */
final class WhitelistedBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    WhitelistedBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String bean
                && beans.containsBean(bean)
                && beans.findAnnotationOnBean(bean, ProcessBean.class, false) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of(beans.getBeanNamesForAnnotation(ProcessBean.class)).stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
