package org.capaccueil.access;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and an address, whose variables have no names: what they are called is nobody's concern. */
record Route(String method, String path) {

    /** A route with any method is one that is read. */
    static Set<Route> all(RequestMappingHandlerMapping routes) {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(Route::of)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<Route> of(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(java.util.stream.Collectors.toSet());
        return mapping.getPatternValues().stream().flatMap(path -> (methods.isEmpty() ? Set.of("GET") : methods)
                .stream().map(method -> of(method + " " + path)));
    }

    /** « GET /teams/{id} ». */
    static Route of(String words) {
        String[] both = words.split(" ");
        if (both.length != 2) {
            throw new IllegalArgumentException("no route: « " + words + " »");
        }
        return new Route(both[0], both[1].replaceAll("\\{[^}]+}", "{}"));
    }

    boolean isChange() {
        return !method.equals("GET");
    }

    /** A step that is done, another's, or that never was is over for whoever asks. */
    boolean endsInAStep() {
        return path.contains("/tasks/{}");
    }

    /** What it names last is any team's of the commune. */
    boolean endsInTheCommunes() {
        return path.endsWith("/merge");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
