package app.moodify.lab.evaluate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FiguresTest {

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList nodes = svg.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  @Test
  void theConfusionMatrixShowsSharesOfEachRowTheDarkerTheLarger() throws Exception {
    Map<String, Map<String, Integer>> counts =
        new TreeMap<>(Map.of("a", Map.of("a", 3, "b", 1), "b", Map.of("a", 0, "b", 0)));

    Document svg = parsed(ConfusionFigure.draw("<Test>", counts));

    assertThat(texts(svg))
        .contains("75", "25", "a", "b")
        .anyMatch(text -> text.startsWith("<Test>"));
    List<String> fills =
        elements(svg, "rect").stream().map(each -> each.getAttribute("fill")).toList();
    assertThat(fills.get(1)).isLessThan(fills.get(2)); // 75 % has less red, so is bluer, than 25 %
    assertThat(fills.get(3)).isEqualTo("#ffffff");
  }

  @Test
  void aCalibratedBinLiesOnTheDiagonal() throws Exception {
    Document svg =
        parsed(
            ReliabilityFigure.draw(
                "Test",
                List.of(
                    new ReliabilityFigure.Bin(0.25, 0.25, 10),
                    new ReliabilityFigure.Bin(0.75, 0.75, 40))));

    Element diagonal =
        elements(svg, "line").stream()
            .filter(line -> line.hasAttribute("stroke-dasharray"))
            .findFirst()
            .orElseThrow();
    double left = number(diagonal, "x1");
    double bottom = number(diagonal, "y1");
    for (Element dot : elements(svg, "circle")) {
      double across = (number(dot, "cx") - left) / (number(diagonal, "x2") - left);
      double up = (number(dot, "cy") - bottom) / (number(diagonal, "y2") - bottom);
      assertThat(across).isEqualTo(up);
    }
    assertThat(number(elements(svg, "circle").get(1), "r"))
        .isGreaterThan(number(elements(svg, "circle").get(0), "r"));
  }

  @Test
  void theRiskCurveShowsWhereTheRuleStands() throws Exception {
    Document svg =
        parsed(
            RiskCoverageFigure.draw(
                "Test",
                List.of(
                    new RiskCoverageFigure.Point(0.5, 0.9), new RiskCoverageFigure.Point(1, 0.7)),
                new RiskCoverageFigure.Point(1, 0.7)));

    String[] places = elements(svg, "polyline").get(0).getAttribute("points").split(" ");
    Element rule = elements(svg, "circle").get(0);
    assertThat(places).hasSize(2);
    assertThat(places[1]).isEqualTo(rule.getAttribute("cx") + "," + rule.getAttribute("cy"));
    assertThat(texts(svg)).contains("\"not sure\" rule", "60 %", "100 %");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
