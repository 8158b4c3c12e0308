package org.capaccueil.workflow;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One .bpmn file as its XML, asked about its nodes, its flows and its picture. It reads the document anew at every
 * question, so that a test can spoil the document and ask again.
 */
record Drawing(String file, Document document) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "complexGateway",
            "eventBasedGateway");

    static Drawing of(Path path) {
        try (InputStream content = Drawings.open(path)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Drawing(
                    path.getFileName().toString(), factory.newDocumentBuilder().parse(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(path + " is not XML", e);
        }
    }

    Element process() {
        return all(BPMN, "process").findFirst().orElseThrow();
    }

    Stream<Element> all(String bpmnTag) {
        return all(BPMN, bpmnTag);
    }

    Element first(String bpmnTag) {
        return all(bpmnTag).findFirst().orElseThrow(() -> new AssertionError("no " + bpmnTag + " in " + file));
    }

    Element node(String id) {
        return nodes().filter(node -> id(node).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + file));
    }

    Stream<Element> everything() {
        return all("*", "*");
    }

    Stream<Element> nodes() {
        return all(BPMN, "*").filter(element -> NODES.contains(element.getLocalName()));
    }

    Stream<Element> flows() {
        return all("sequenceFlow");
    }

    Stream<Element> gateways() {
        return nodes().filter(node -> node.getLocalName().endsWith("Gateway"));
    }

    List<Element> flowsFrom(Element node) {
        return flows().filter(flow -> flow.getAttribute("sourceRef").equals(id(node)))
                .toList();
    }

    List<Element> flowsInto(Element node) {
        return flows().filter(flow -> flow.getAttribute("targetRef").equals(id(node)))
                .toList();
    }

    Element targetOf(Element flow) {
        return node(flow.getAttribute("targetRef"));
    }

    Element sourceOf(Element flow) {
        return node(flow.getAttribute("sourceRef"));
    }

    /** The nodes drawn directly in this process or subprocess. */
    List<Element> nodesIn(Element scope) {
        return nodes().filter(node -> node.getParentNode() == scope).toList();
    }

    /** The process and every subprocess in it. */
    Stream<Element> scopes() {
        return Stream.concat(Stream.of(process()), all("subProcess"));
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    static boolean has(Element element, String bpmnChild) {
        return children(element).anyMatch(child -> bpmnChild.equals(child.getLocalName()));
    }

    static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    static boolean isInside(Element inner, Element outer) {
        for (Node up = inner.getParentNode(); up != null; up = up.getParentNode()) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    // ---- the picture

    List<Element> shapes() {
        return all(BPMNDI, "BPMNShape").toList();
    }

    List<Element> edges() {
        return all(BPMNDI, "BPMNEdge").toList();
    }

    Optional<Element> shapeOf(Element node) {
        return shapes().stream()
                .filter(shape -> shape.getAttribute("bpmnElement").equals(id(node)))
                .findFirst();
    }

    Optional<Element> edgeOf(Element flow) {
        return edges().stream()
                .filter(edge -> edge.getAttribute("bpmnElement").equals(id(flow)))
                .findFirst();
    }

    /** Where a node is drawn; a node that is not drawn is another rule's business. */
    Optional<Rectangle2D> areaOf(Element node) {
        return shapeOf(node).flatMap(Drawing::bounds);
    }

    List<Line2D> linesOf(Element flow) {
        List<Point2D> points = edgeOf(flow).map(Drawing::waypoints).orElse(List.of()).stream()
                .map(Drawing::point)
                .toList();
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(new Line2D.Double(points.get(i - 1), points.get(i)));
        }
        return lines;
    }

    Optional<Rectangle2D> labelOf(Element nodeOrFlow) {
        return Stream.of(shapeOf(nodeOrFlow), edgeOf(nodeOrFlow))
                .flatMap(Optional::stream)
                .flatMap(Drawing::children)
                .filter(child -> child.getLocalName().equals("BPMNLabel"))
                .findFirst()
                .flatMap(Drawing::bounds);
    }

    static Element boundsElement(Element shapeOrLabel) {
        return children(shapeOrLabel)
                .filter(child -> DC.equals(child.getNamespaceURI()))
                .findFirst()
                .orElseThrow();
    }

    static List<Element> waypoints(Element edge) {
        return children(edge)
                .filter(child -> DI.equals(child.getNamespaceURI())
                        && child.getLocalName().equals("waypoint"))
                .toList();
    }

    private static Optional<Rectangle2D> bounds(Element shapeOrLabel) {
        return children(shapeOrLabel)
                .filter(child -> DC.equals(child.getNamespaceURI()))
                .findFirst()
                .map(bounds -> new Rectangle2D.Double(
                        number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height")));
    }

    static Point2D point(Element waypoint) {
        return new Point2D.Double(number(waypoint, "x"), number(waypoint, "y"));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private Stream<Element> all(String namespace, String tag) {
        return elements(document.getElementsByTagNameNS(namespace, tag));
    }

    private static Stream<Element> elements(NodeList list) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            if (list.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.stream();
    }

    @Override
    public String toString() {
        return file;
    }
}
