package org.capaccueil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.workflow.CandidateGroups;
import org.capaccueil.workflow.ProcessBean;
import org.capaccueil.workflow.ProcessCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every name a diagram uses exists on the Java side, and every name the Java side keeps for diagrams is used by one: a
 * renamed method, a forgotten message or a page that moved fails here and not in a running campaign.
 */
@ApplicationTest
class BpmnBindingTest {

    private static final Pattern CALL = Pattern.compile("[$#]\\{\\s*(\\w+)\\.(\\w+)\\(");
    private static final Pattern LITERAL = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*==\\s*'(\\w+)'\\s*}");

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    List<ProcessCalendar> calendars;

    private final Map<String, BpmnModelInstance> models = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    @BeforeEach
    void readDiagrams() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file.getInputStream());
            String key = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            models.put(key, model);
            texts.put(key, file.getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(models).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void everyExpressionCallsAPublicMethodOfABeanDiagramsMaySee() {
        assertThat(calls()).isNotEmpty().allSatisfy(call -> assertThat(offered())
                .contains(call));
    }

    @Test
    void everyMethodOfferedToDiagramsIsCalledByOne() {
        assertThat(offered()).allSatisfy(method -> assertThat(calls()).contains(method));
    }

    @Test
    void everyOutcomeAGatewayComparesIsKnownToJava() {
        Set<String> known = new TreeSet<>(constants().keySet());
        known.addAll(enumNames());
        List<Matcher> comparisons = texts.values().stream()
                .flatMap(text -> LITERAL.matcher(text).results().map(found -> {
                    Matcher again = LITERAL.matcher(found.group());
                    again.matches();
                    return again;
                }))
                .toList();
        assertThat(comparisons).isNotEmpty().allSatisfy(comparison -> {
            assertThat(known).contains(comparison.group(1));
            assertThat(known).contains(comparison.group(2));
        });
    }

    @Test
    void everyMessageAndUserTaskIsNamedInJava() {
        Set<String> named = constants().keySet();
        assertThat(elements(Message.class).map(Message::getName)).isNotEmpty().allSatisfy(name -> assertThat(named)
                .contains(name));
        assertThat(elements(UserTask.class).map(UserTask::getId)).isNotEmpty().allSatisfy(id -> assertThat(named)
                .contains(id));
    }

    @Test
    void everyNameJavaKeepsForDiagramsStandsInOne() {
        String all = String.join("\n", texts.values());
        assertThat(constants()).isNotEmpty().allSatisfy((value, where) -> assertThat(all)
                .as("%s keeps « %s »", where, value)
                .containsPattern("[\"'{ .]" + Pattern.quote(value) + "[\"'} .=]"));
    }

    @Test
    void everyCalledProcessExists() {
        assertThat(elements(CallActivity.class).map(CallActivity::getCalledElement))
                .isNotEmpty()
                .allSatisfy(called -> assertThat(models).containsKey(called));
    }

    @Test
    void everyCandidateGroupIsOneSomebodyCanBeIn() {
        Set<String> kinds = Set.of(
                CandidateGroups.TEAM,
                CandidateGroups.MEMBERS,
                CandidateGroups.LEADS,
                CandidateGroups.QUALITY_MANAGERS,
                CandidateGroups.LEADERSHIP);
        Set<String> used = elements(UserTask.class)
                .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
                .map(group -> group.substring(0, group.indexOf(':') + 1))
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(kinds);
    }

    @Test
    void everyUserTaskHasAPageThatIsThere() {
        Set<String> pages = routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(route -> route.getPatternValues().stream())
                .map(BpmnBindingTest::withoutNames)
                .collect(Collectors.toSet());
        assertThat(elements(UserTask.class)).isNotEmpty().allSatisfy(task -> assertThat(pages)
                .as("page of %s", task.getId())
                .contains(withoutNames(task.getCamundaFormKey())));
    }

    @Test
    void everyProcessThatAsksForDatesHasACalendarAndNoCalendarIsIdle() {
        Set<String> asking = texts.entrySet().stream()
                .filter(entry -> entry.getValue().contains("${deadlines."))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(calendars.stream().map(ProcessCalendar::processKey)).containsAll(asking);
        assertThat(models.keySet())
                .containsAll(calendars.stream().map(ProcessCalendar::processKey).toList());
    }

    private static String withoutNames(String route) {
        return route.replaceAll("\\{\\w+}", "{}");
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> elements(Class<T> type) {
        return models.values().stream()
                .map(model -> model.getModelElementsByType(type))
                .flatMap(Collection::stream);
    }

    private Set<String> calls() {
        return texts.values().stream()
                .flatMap(text -> CALL.matcher(text).results())
                .map(call -> call.group(1) + "." + call.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> offered() {
        Set<String> offered = new TreeSet<>();
        for (String name : context.getBeanNamesForAnnotation(ProcessBean.class)) {
            Class<?> type = ClassUtils.getUserClass(context.getType(name));
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s must be public for expressions", type)
                    .isTrue();
            Set<String> inherited = Arrays.stream(type.getInterfaces())
                    .flatMap(contract -> Arrays.stream(contract.getMethods()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .map(Method::getName)
                    .filter(method -> !inherited.contains(method))
                    .forEach(method -> offered.add(name + "." + method));
        }
        return offered;
    }

    /** The string constants of the classes that hold a room's BPMN names, by value. */
    private static Map<String, String> constants() {
        Map<String, String> found = new TreeMap<>();
        for (Class<?> type : Classes.ofTheApplication()) {
            if (!type.getSimpleName().endsWith("Bpmn")) {
                continue;
            }
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    try {
                        found.put((String) field.get(null), type.getSimpleName() + "." + field.getName());
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(impossible);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> enumNames() {
        return Classes.ofTheApplication().stream()
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
    }
}
