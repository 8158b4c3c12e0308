package org.capaccueil.web;

import java.util.List;
import java.util.function.Function;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> arguments;

    WebConfiguration(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** « Choisissez » in a list is no choice; an id that is given has to be one. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, StandardVersionId.class, chosen(StandardVersionId::of));
        registry.addConverter(String.class, PersonId.class, chosen(PersonId::of));
        registry.addConverter(String.class, TeamId.class, chosen(TeamId::of));
        registry.addConverter(String.class, CommuneId.class, chosen(CommuneId::of));
    }

    private static <T> Converter<String, @Nullable T> chosen(Function<String, T> id) {
        return text -> text.isBlank() ? null : id.apply(text);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }
}
