package org.capaccueil.workflow;

import static org.capaccueil.workflow.Drawing.CAMUNDA;
import static org.capaccueil.workflow.Drawing.camunda;
import static org.capaccueil.workflow.Drawing.children;
import static org.capaccueil.workflow.Drawing.has;
import static org.capaccueil.workflow.Drawing.id;
import static org.capaccueil.workflow.Drawing.isInside;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What every drawing keeps to. Each rule says which accident it prevents, and how to spoil one of our own drawings so
 * that the rule has to object: a rule nobody ever saw failing proves nothing.
 */
enum BpmnRule {
    PROCESS_IS_NAMED_AND_EXECUTABLE(
            "the operations page would show a technical key, or the engine would skip the process without a word",
            drawing -> Stream.of(drawing.process())
                    .filter(process -> process.getAttribute("name").isBlank()
                            || !process.getAttribute("isExecutable").equals("true"))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.process().removeAttribute("name")),

    HISTORY_HAS_A_TIME_TO_LIVE(
            "the deployment would fail, or the engine's history would keep personal data for ever",
            drawing -> Stream.of(drawing.process())
                    .filter(process -> !camunda(process, "historyTimeToLive").matches("P\\d+D"))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.process().removeAttributeNS(CAMUNDA, "historyTimeToLive")),

    NO_VERSION_TAG(
            "a tag in the drawing goes stale at the next change: the version is the deployment's",
            drawing -> Stream.of(drawing.process())
                    .filter(process -> !camunda(process, "versionTag").isEmpty())
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.process().setAttributeNS(CAMUNDA, "camunda:versionTag", "1")),

    PROCESS_ID_IS_UNIQUE_AND_THE_NAME_OF_ITS_FILE(
            "of two processes with one id, the one deployed last silently replaces the other",
            drawing -> Stream.of(drawing.process())
                    .filter(process -> !drawing.file().equals(id(process) + ".bpmn"))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.process().setAttribute("id", "self-assessment")),

    IDS_HAVE_A_MEANING(
            "Activity_0x1f2a3 in a log, a test or an incident tells nobody where the evaluation is stuck",
            drawing -> Stream.concat(
                            drawing.nodes().filter(node -> !id(node).matches("[a-z][a-zA-Z]{3,}")),
                            drawing.flows().filter(flow -> !id(flow).matches("flow_[a-z][a-zA-Z]{3,}")))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.first("userTask").setAttribute("id", "Activity_0x1f2a3")),

    EVERY_NODE_HAS_A_NAME(
            "the diagram on the team's page would show an empty box, and the task list an empty line",
            drawing -> drawing.nodes()
                    .filter(node -> node.getAttribute("name").isBlank())
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.first("exclusiveGateway").removeAttribute("name")),

    EVERY_WAY_OUT_OF_A_GATEWAY_HAS_A_NAME(
            "nobody could read from the diagram which answer leads where",
            drawing -> drawing.gateways()
                    .flatMap(gateway -> drawing.flowsFrom(gateway).stream())
                    .filter(flow -> flow.getAttribute("name").isBlank())
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.flowsFrom(drawing.node("auditOutcome")).get(0).removeAttribute("name")),

    EVERY_WAY_OUT_OF_A_CHOICE_HAS_A_CONDITION_OR_IS_THE_DEFAULT(
            "a flow without a condition is always taken, so the ones after it never are",
            drawing -> drawing.all("exclusiveGateway")
                    .flatMap(gateway -> drawing.flowsFrom(gateway).stream()
                            .filter(flow -> drawing.flowsFrom(gateway).size() > 1)
                            .filter(flow -> has(flow, "conditionExpression")
                                    == gateway.getAttribute("default").equals(id(flow))))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> {
                Element flow = drawing.flowsFrom(drawing.node("auditOutcome")).get(0);
                children(flow).toList().forEach(flow::removeChild);
            }),

    A_HUMAN_DECISION_HAS_NO_DEFAULT(
            "an outcome misspelt in Java would silently count as the default one, such as a signature",
            drawing -> drawing.gateways()
                    .filter(gateway -> !gateway.getAttribute("default").isEmpty())
                    .filter(gateway -> drawing.flowsInto(gateway).stream()
                            .anyMatch(flow ->
                                    drawing.sourceOf(flow).getLocalName().equals("userTask")))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.node("auditOutcome").setAttribute("default", "flow_recused")),

    SERVICE_TASKS_ARE_ASYNCHRONOUS(
            "the user would wait for the automatic step, and its failure would undo what the user entered",
            drawing -> drawing.all("serviceTask")
                    .filter(task -> !camunda(task, "asyncBefore").equals("true"))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.first("serviceTask").removeAttributeNS(CAMUNDA, "asyncBefore")),

    NOTHING_SWITCHES_EXCLUSIVE_JOBS_OFF(
            "two jobs of one instance would run at once and undo each other at a join",
            drawing -> drawing.everything()
                    .filter(element -> camunda(element, "exclusive").equals("false"))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.first("serviceTask").setAttributeNS(CAMUNDA, "camunda:exclusive", "false")),

    SERVICE_TASKS_CALL_A_BEAN(
            "a class name or a delegate would escape the list of beans a drawing may call",
            drawing -> drawing.all("serviceTask")
                    .filter(task -> !camunda(task, "expression").matches("\\$\\{[a-zA-Z]+\\.[a-zA-Z]+\\(execution\\)}")
                            || !camunda(task, "class").isEmpty()
                            || !camunda(task, "delegateExpression").isEmpty()
                            || !camunda(task, "topic").isEmpty())
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.first("serviceTask").setAttributeNS(CAMUNDA, "camunda:class", "java.lang.Object")),

    NO_SCRIPTS(
            "code hidden in a drawing is neither compiled nor tested, and runs with all the rights of the server",
            drawing -> drawing.everything()
                    .filter(element -> element.getLocalName().equals("scriptTask")
                            || element.getLocalName().equals("script")
                            || element.hasAttribute("language")
                            || element.hasAttribute("scriptFormat"))
                    .map(element -> element.getLocalName() + " " + id(element))
                    .toList(),
            "audit.bpmn",
            drawing ->
                    drawing.process().appendChild(drawing.document().createElementNS(Drawing.BPMN, "bpmn:scriptTask"))),

    NO_CALL_PASSES_ALL_VARIABLES(
            "a phase would overwrite what another left, and every variable would be stored once more per phase",
            drawing -> drawing.everything()
                    .filter(element -> element.getAttribute("variables").equals("all"))
                    .map(element -> id((Element) element.getParentNode().getParentNode()))
                    .toList(),
            "team-evaluation.bpmn",
            drawing -> drawing.everything()
                    .filter(element -> CAMUNDA.equals(element.getNamespaceURI()))
                    .findFirst()
                    .orElseThrow()
                    .setAttribute("variables", "all")),

    CALLS_PASS_THE_BUSINESS_KEY(
            "the pages could not find the phase of an evaluation, nor its timers when a deadline is extended",
            drawing -> drawing.all("callActivity")
                    .filter(call -> Stream.of(call)
                            .flatMap(Drawing::children)
                            .flatMap(Drawing::children)
                            .noneMatch(mapping -> mapping.hasAttribute("businessKey")))
                    .map(Drawing::id)
                    .toList(),
            "team-evaluation.bpmn",
            drawing -> drawing.everything()
                    .filter(element -> element.hasAttribute("businessKey"))
                    .findFirst()
                    .orElseThrow()
                    .removeAttribute("businessKey")),

    USER_TASKS_ARE_SOMEBODYS(
            "a task nobody is a candidate for appears in no list, and the evaluation waits for ever",
            drawing -> drawing.all("userTask")
                    .filter(task -> camunda(task, "assignee").isEmpty()
                            && camunda(task, "candidateGroups").isEmpty())
                    .map(Drawing::id)
                    .toList(),
            "self-assessment.bpmn",
            drawing -> drawing.first("userTask").removeAttributeNS(CAMUNDA, "candidateGroups")),

    USER_TASKS_HAVE_A_DUE_DATE(
            "nobody would be reminded, and the list \"overdue first\" would leave the task out",
            drawing -> drawing.all("userTask")
                    .filter(task -> camunda(task, "dueDate").isEmpty())
                    .map(Drawing::id)
                    .toList(),
            "self-assessment.bpmn",
            drawing -> drawing.first("userTask").removeAttributeNS(CAMUNDA, "dueDate")),

    USER_TASKS_HAVE_A_PAGE(
            "the task would stand in the list with nothing to click on",
            drawing -> drawing.all("userTask")
                    .filter(task -> !camunda(task, "formKey").startsWith("/"))
                    .map(Drawing::id)
                    .toList(),
            "self-assessment.bpmn",
            drawing -> drawing.first("userTask").removeAttributeNS(CAMUNDA, "formKey")),

    USER_TASKS_HAVE_REMINDERS_BESIDE_THEM(
            "an overdue task would be noticed by nobody",
            drawing -> drawing.scopes()
                    .filter(scope -> drawing.nodesIn(scope).stream()
                            .anyMatch(node -> node.getLocalName().equals("userTask")))
                    .filter(scope -> drawing.nodesIn(scope).stream().noneMatch(node -> runsBeside(drawing, node)))
                    .map(Drawing::id)
                    .toList(),
            "self-assessment.bpmn",
            drawing -> drawing.first("subProcess").getParentNode().removeChild(drawing.first("subProcess"))),

    WORK_BESIDE_REMINDERS_ENDS_BY_TERMINATING(
            "the reminder that waits for ever would keep the phase open for ever after its work is done",
            drawing -> drawing.scopes()
                    .filter(scope -> drawing.nodesIn(scope).stream().anyMatch(node -> runsBeside(drawing, node)))
                    .flatMap(scope -> drawing.nodesIn(scope).stream())
                    .filter(node -> node.getLocalName().equals("endEvent") && !has(node, "terminateEventDefinition"))
                    .map(Drawing::id)
                    .toList(),
            "self-assessment.bpmn",
            drawing -> {
                Element end = drawing.first("endEvent");
                children(end)
                        .filter(child -> child.getLocalName().equals("terminateEventDefinition"))
                        .toList()
                        .forEach(end::removeChild);
            }),

    THE_LAST_TASK_OF_A_CALLED_PROCESS_IS_LEFT_AT_ONCE(
            "users of different teams would collide in the process above and see \"changed meanwhile\" for nothing",
            (drawing, all) -> isCalled(drawing, all)
                    ? drawing.all("userTask")
                            .filter(task -> canEndWithoutAnotherTask(drawing, task))
                            .filter(task -> !camunda(task, "asyncAfter").equals("true"))
                            .map(Drawing::id)
                            .toList()
                    : List.of(),
            "action-plan.bpmn",
            drawing -> drawing.node("signPlan").removeAttributeNS(CAMUNDA, "asyncAfter")),

    NO_MESSAGE_ENDS_A_CALLED_PROCESS_IN_ITS_OWN_TRANSACTION(
            "whoever abandons an action would collide with everybody else's in the follow-up above",
            (drawing, all) -> isCalled(drawing, all)
                    ? drawing.nodes()
                            .filter(node -> has(node, "messageEventDefinition"))
                            .filter(node -> endsInTheSameTransaction(drawing, node))
                            .map(Drawing::id)
                            .toList()
                    : List.of(),
            "action-follow-up.bpmn",
            drawing -> drawing.node("actionAbandoned").removeAttributeNS(CAMUNDA, "asyncBefore")),

    EVERYTHING_IS_DRAWN(
            "the live diagram could not mark where the evaluation is",
            drawing -> Stream.concat(
                            drawing.nodes().filter(node -> drawing.areaOf(node).isEmpty()),
                            drawing.flows().filter(flow -> drawing.linesOf(flow).isEmpty()))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.shapes()
                    .get(0)
                    .getParentNode()
                    .removeChild(drawing.shapes().get(0))),

    NOTHING_DRAWN_IS_WITHOUT_MEANING(
            "a box left over from a deleted step would be shown as part of the process",
            drawing -> Stream.concat(drawing.shapes().stream(), drawing.edges().stream())
                    .map(drawn -> drawn.getAttribute("bpmnElement"))
                    .filter(element -> Stream.concat(drawing.nodes(), drawing.flows())
                            .noneMatch(meant -> id(meant).equals(element)))
                    .toList(),
            "audit.bpmn",
            drawing -> drawing.shapes().get(0).setAttribute("bpmnElement", "leftOver")),

    SHAPES_DO_NOT_OVERLAP(
            "one step would hide another",
            drawing -> pairs(drawing.nodes().toList())
                    .filter(pair -> !isInside(pair.one(), pair.other()) && !isInside(pair.other(), pair.one()))
                    .filter(pair -> !isAttached(pair.one(), pair.other()) && !isAttached(pair.other(), pair.one()))
                    .filter(pair -> overlap(
                            drawing.areaOf(pair.one()).stream().toList(),
                            drawing.areaOf(pair.other()).stream().toList()))
                    .map(Pair::toString)
                    .toList(),
            "audit.bpmn",
            drawing -> move(drawing, "auditOnSite", 60)),

    SHAPES_STAY_INSIDE_THEIR_SUBPROCESS(
            "a step drawn outside its frame would seem to belong to another part of the process",
            drawing -> drawing.nodes()
                    .filter(node -> node.getParentNode() instanceof Element parent
                            && drawing.areaOf(parent)
                                    .flatMap(outer -> drawing.areaOf(node).map(inner -> !outer.contains(inner)))
                                    .orElse(false))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> move(drawing, "nextReminder", 200)),

    FLOWS_START_AND_END_AT_THEIR_NODES(
            "an arrow ending in the void, or at the wrong box, tells a story that is not the engine's",
            drawing -> drawing.flows()
                    .filter(flow -> !drawing.linesOf(flow).isEmpty())
                    .filter(flow -> !touches(
                                    drawing,
                                    drawing.sourceOf(flow),
                                    first(drawing.linesOf(flow)).getP1())
                            || !touches(
                                    drawing,
                                    drawing.targetOf(flow),
                                    last(drawing.linesOf(flow)).getP2()))
                    .map(Drawing::id)
                    .toList(),
            "audit.bpmn",
            drawing -> move(drawing, "assignAuditor", 5)),

    FLOWS_DO_NOT_CROSS_SHAPES(
            "an arrow through a box seems to pass by that step",
            drawing -> drawing.flows()
                    .flatMap(flow -> drawing.nodes()
                            .filter(node -> !isInside(flow, node))
                            .filter(node -> drawing.areaOf(node).stream()
                                    .anyMatch(area -> drawing.linesOf(flow).stream()
                                            .anyMatch(line -> smaller(area).intersectsLine(line))))
                            .map(node -> id(flow) + " through " + id(node)))
                    .toList(),
            "self-assessment.bpmn",
            drawing -> straighten(drawing, "flow_returned")),

    FLOWS_DO_NOT_CROSS_EACH_OTHER(
            "where two arrows cross, nobody knows which one to follow",
            drawing -> pairs(drawing.flows().toList())
                    .filter(pair -> cross(drawing.linesOf(pair.one()), drawing.linesOf(pair.other())))
                    .map(Pair::toString)
                    .toList(),
            "action-follow-up.bpmn",
            drawing -> lead(drawing, "flow_effective", "flow_reopened")),

    LABELS_COVER_NOTHING(
            "a name written over a line or another name cannot be read",
            drawing -> {
                List<String> breaches = new ArrayList<>();
                Map<Element, Rectangle2D> labels = labels(drawing);
                labels.forEach((owner, label) -> {
                    labels.forEach((other, otherLabel) -> {
                        if (owner != other && overlap(List.of(label), List.of(otherLabel))) {
                            breaches.add("label of " + id(owner) + " on label of " + id(other));
                        }
                    });
                    drawing.nodes()
                            .filter(node -> node != owner && !isInside(owner, node))
                            .filter(node -> overlap(
                                    List.of(label),
                                    drawing.areaOf(node).stream().toList()))
                            .forEach(node -> breaches.add("label of " + id(owner) + " on " + id(node)));
                    drawing.flows()
                            .filter(flow -> drawing.linesOf(flow).stream()
                                    .anyMatch(line -> smaller(label).intersectsLine(line)))
                            .forEach(flow -> breaches.add("label of " + id(owner) + " on " + id(flow)));
                });
                return breaches;
            },
            "action-follow-up.bpmn",
            drawing -> {
                Element label = children(drawing.shapeOf(drawing.node("effectivenessVerified"))
                                .orElseThrow())
                        .filter(child -> child.getLocalName().equals("BPMNLabel"))
                        .findFirst()
                        .orElseThrow();
                shift(Drawing.boundsElement(label), 40);
            });

    private static final Pattern WAITS =
            Pattern.compile("userTask|intermediateCatchEvent|eventBasedGateway|receiveTask");

    final String accident;
    private final BiFunction<Drawing, List<Drawing>, List<String>> breaches;
    final String drawingToSpoil;
    private final Consumer<Drawing> spoil;

    BpmnRule(
            String accident, Function<Drawing, List<String>> breaches, String drawingToSpoil, Consumer<Drawing> spoil) {
        this(accident, (drawing, all) -> breaches.apply(drawing), drawingToSpoil, spoil);
    }

    BpmnRule(
            String accident,
            BiFunction<Drawing, List<Drawing>, List<String>> breaches,
            String drawingToSpoil,
            Consumer<Drawing> spoil) {
        this.accident = accident;
        this.breaches = breaches;
        this.drawingToSpoil = drawingToSpoil;
        this.spoil = spoil;
    }

    /** What breaks this rule, as the ids of the offenders; the other drawings tell who calls whom. */
    List<String> breaches(Drawing drawing, List<Drawing> all) {
        return breaches.apply(drawing, all);
    }

    void spoil(Drawing drawing) {
        spoil.accept(drawing);
    }

    // ---- the sequence

    private static boolean runsBeside(Drawing drawing, Element subProcess) {
        return subProcess.getAttribute("triggeredByEvent").equals("true")
                && drawing.nodesIn(subProcess).stream()
                        .anyMatch(node -> node.getLocalName().equals("startEvent")
                                && node.getAttribute("isInterrupting").equals("false")
                                && has(node, "timerEventDefinition"));
    }

    private static boolean isCalled(Drawing drawing, List<Drawing> all) {
        return all.stream()
                .flatMap(other -> other.all("callActivity"))
                .anyMatch(call -> call.getAttribute("calledElement").equals(id(drawing.process())));
    }

    private static boolean canEndWithoutAnotherTask(Drawing drawing, Element task) {
        return reachesAnEnd(drawing, task, node -> node.getLocalName().equals("userTask"), new HashSet<>());
    }

    private static boolean endsInTheSameTransaction(Drawing drawing, Element node) {
        return !camunda(node, "asyncAfter").equals("true")
                && reachesAnEnd(
                        drawing,
                        node,
                        next -> WAITS.matcher(next.getLocalName()).matches()
                                || camunda(next, "asyncBefore").equals("true"),
                        new HashSet<>());
    }

    private static boolean reachesAnEnd(
            Drawing drawing, Element from, Function<Element, Boolean> stops, Set<Element> seen) {
        return drawing.flowsFrom(from).stream()
                .map(drawing::targetOf)
                .filter(seen::add)
                .filter(node -> !stops.apply(node))
                .anyMatch(node -> node.getLocalName().equals("endEvent") || reachesAnEnd(drawing, node, stops, seen));
    }

    // ---- the geometry

    private record Pair(Element one, Element other) {
        @Override
        public String toString() {
            return id(one) + " and " + id(other);
        }
    }

    private static Stream<Pair> pairs(List<Element> elements) {
        return elements.stream().flatMap(one -> elements.subList(elements.indexOf(one) + 1, elements.size()).stream()
                .map(other -> new Pair(one, other)));
    }

    private static boolean isAttached(Element event, Element host) {
        return event.getAttribute("attachedToRef").equals(id(host));
    }

    /** Touching is not overlapping: a pixel is left off all round. */
    private static Rectangle2D smaller(Rectangle2D area) {
        return new Rectangle2D.Double(area.getX() + 1, area.getY() + 1, area.getWidth() - 2, area.getHeight() - 2);
    }

    private static boolean overlap(List<Rectangle2D> some, List<Rectangle2D> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> smaller(one).intersects(smaller(other))));
    }

    private static boolean touches(Drawing drawing, Element node, Point2D point) {
        return drawing.areaOf(node)
                .map(area -> larger(area).contains(point) && !smaller(area).contains(point))
                .orElse(true);
    }

    private static Rectangle2D larger(Rectangle2D area) {
        return new Rectangle2D.Double(area.getX() - 1, area.getY() - 1, area.getWidth() + 2, area.getHeight() + 2);
    }

    /** Two arrows may meet in their tips, at the node both lead to; anywhere else they cross. */
    private static boolean cross(List<Line2D> some, List<Line2D> others) {
        return some.stream().anyMatch(one -> others.stream()
                .anyMatch(other -> one.intersectsLine(other) && !meetsAtItsEnd(one, last(some), other, last(others))));
    }

    private static boolean meetsAtItsEnd(Line2D one, Line2D lastOfOne, Line2D other, Line2D lastOfOther) {
        return one == lastOfOne && other == lastOfOther && one.getP2().equals(other.getP2());
    }

    /** Written names, with the title that stands at the top of every frame. */
    private static Map<Element, Rectangle2D> labels(Drawing drawing) {
        Map<Element, Rectangle2D> labels = new LinkedHashMap<>();
        Stream.concat(drawing.nodes(), drawing.flows())
                .forEach(owner -> drawing.labelOf(owner).ifPresent(label -> labels.put(owner, label)));
        drawing.all("subProcess").forEach(frame -> drawing.areaOf(frame)
                .ifPresent(area ->
                        labels.put(frame, new Rectangle2D.Double(area.getCenterX() - 70, area.getY() + 3, 140, 20))));
        return labels;
    }

    private static Line2D first(List<Line2D> lines) {
        return lines.get(0);
    }

    private static Line2D last(List<Line2D> lines) {
        return lines.get(lines.size() - 1);
    }

    // ---- how drawings are spoilt

    private static void move(Drawing drawing, String node, double right) {
        shift(Drawing.boundsElement(drawing.shapeOf(drawing.node(node)).orElseThrow()), right);
    }

    private static void shift(Element bounds, double right) {
        bounds.setAttribute("x", String.valueOf(Drawing.number(bounds, "x") + right));
    }

    private static void straighten(Drawing drawing, String flow) {
        List<Element> waypoints = waypoints(drawing, flow);
        waypoints.subList(1, waypoints.size() - 1).forEach(waypoint -> waypoint.getParentNode()
                .removeChild(waypoint));
    }

    /** Leads one arrow across the first stretch of another. */
    private static void lead(Drawing drawing, String flow, String across) {
        Point2D from = Drawing.point(waypoints(drawing, across).get(0));
        Point2D to = Drawing.point(waypoints(drawing, across).get(1));
        List<Element> waypoints = waypoints(drawing, flow);
        Element start = waypoints.get(0);
        Element end = waypoints.get(waypoints.size() - 1);
        start.setAttribute("x", String.valueOf((from.getX() + to.getX()) / 2 - 10));
        end.setAttribute("x", String.valueOf((from.getX() + to.getX()) / 2 + 10));
        start.setAttribute("y", String.valueOf((from.getY() + to.getY()) / 2));
        end.setAttribute("y", String.valueOf((from.getY() + to.getY()) / 2));
    }

    private static List<Element> waypoints(Drawing drawing, String flow) {
        return Drawing.waypoints(drawing.edges().stream()
                .filter(edge -> edge.getAttribute("bpmnElement").equals(flow))
                .findFirst()
                .orElseThrow());
    }
}
