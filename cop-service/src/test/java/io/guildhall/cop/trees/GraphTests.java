package io.guildhall.cop.trees;

import static io.guildhall.cop.trees.TreeExamples.answer;
import static io.guildhall.cop.trees.TreeExamples.end;
import static io.guildhall.cop.trees.TreeExamples.graph;
import static io.guildhall.cop.trees.TreeExamples.question;
import static io.guildhall.cop.trees.TreeExamples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GraphTests {

    @Test
    void hasNoGapWhereEveryWayLeadsToAnEndAlsoRoundALoop() {
        assertThat(whole().gaps()).isEmpty();
        assertThat(graph("a", question("a", answer("Again", "a"), answer("Out", "z")), end("z"))
                        .gaps())
                .isEmpty();
    }

    @Test
    void beginsWithAQuestionThatIsThere() {
        assertThat(gaps(Graph.EMPTY)).containsExactly("null NO_START");
        assertThat(gaps(graph("gone", question("a", answer("Out", "z")), end("z"))))
                .containsExactly("null NO_START");
        assertThat(gaps(graph("z", end("z")))).containsExactly("z NO_QUESTION");
    }

    @Test
    void asksNothingWithoutWordsOrAnswers() {
        Node silent = new Node(new NodeId("a"), null, null, List.of(), null, null);
        assertThat(gaps(graph("a", silent))).containsExactly("a NO_WORDS", "a NO_ANSWERS");
        assertThat(gaps(graph("a", question("a", answer(null, "z")), end("z")))).containsExactly("a NO_WORDS");
        assertThat(gaps(graph("a", question("a", answer("Yes", "z"), answer("Yes", "z")), end("z"))))
                .containsExactly("a SAME_ANSWERS");
    }

    @Test
    void namesAnAnswerThatLeadsNowhere() {
        Graph graph =
                graph("a", question("a", answer("Open", null), answer("Gone", "x"), answer("Out", "z")), end("z"));

        assertThat(gaps(graph)).containsExactly("a LEADS_NOWHERE", "a LEADS_NOWHERE");
        assertThat(graph.gaps().get(1).todo()).contains("'Gone'");
    }

    @Test
    void namesWhatCannotBeReached() {
        assertThat(gaps(graph("a", question("a", answer("Out", "z")), end("z"), end("y"))))
                .containsExactly("y UNREACHABLE");
    }

    @Test
    void tellsADeadEndFromALoopWithoutExit() {
        assertThat(gaps(graph("a", question("a", answer("On", "b")), question("b"))))
                .containsExactly("a DEAD_END", "b NO_ANSWERS");
        assertThat(gaps(graph(
                        "a",
                        question("a", answer("In", "b"), answer("Out", "z")),
                        question("b", answer("On", "c")),
                        question("c", answer("On", "b")),
                        end("z"))))
                .containsExactly("b LOOP_WITHOUT_EXIT", "c LOOP_WITHOUT_EXIT");
        assertThat(gaps(graph("a", question("a", answer("Again", "a"))))).containsExactly("a LOOP_WITHOUT_EXIT");
    }

    /** The oracle multiplies out who reaches whom, where the search walks. */
    @Test
    void findsInRandomGraphsWhatTryingAllWaysFinds() {
        Random random = new Random(11);
        int whole = 0;
        for (int round = 0; round < 5_000; round++) {
            Graph graph = random(random);
            boolean[][] reaches = closure(graph);
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < graph.nodes().size(); i++) {
                Node node = graph.nodes().get(i);
                int at = i;
                boolean endAhead = IntStream.range(0, graph.nodes().size())
                        .anyMatch(j -> reaches[at][j] && graph.nodes().get(j).isEnd());
                boolean goesOn = IntStream.range(0, graph.nodes().size()).anyMatch(j -> reaches[at][j]);
                if (i != 0 && !reaches[0][i]) {
                    expected.add(node.id() + " UNREACHABLE");
                }
                if (!node.isEnd() && goesOn && !endAhead) {
                    expected.add(node.id() + (reaches[i][i] ? " LOOP_WITHOUT_EXIT" : " DEAD_END"));
                }
            }
            assertThat(gaps(graph).stream()
                            .filter(gap -> gap.endsWith("UNREACHABLE")
                                    || gap.endsWith("LOOP_WITHOUT_EXIT")
                                    || gap.endsWith("DEAD_END")))
                    .as("%s", graph)
                    .containsExactlyElementsOf(expected);
            whole += graph.gaps().isEmpty() ? 1 : 0;
        }
        assertThat(whole).as("some of them are whole").isBetween(50, 4_000);
    }

    @Test
    void takesSixtyNodesAndEightAnswersEach() {
        Node[] nodes =
                IntStream.range(0, Graph.MOST_NODES).mapToObj(i -> end("n" + i)).toArray(Node[]::new);
        assertThat(graph(null, nodes).nodes()).hasSize(60);
        refuses(
                () -> graph(
                        null,
                        IntStream.rangeClosed(0, 60).mapToObj(i -> end("n" + i)).toArray(Node[]::new)),
                "nodes-too-many");
        assertThat(question("a", answers(8)).answers()).hasSize(8);
        refuses(() -> question("a", answers(9)), "answers-too-many");
        refuses(() -> graph(null, end("a"), end("a")), "node-twice");
    }

    @Test
    void refusesWhatIsTooLongOrBothInOne() {
        refuses(() -> answer("x".repeat(201), null), "answer-too-long");
        refuses(() -> new Node(new NodeId("a"), "Why?", null, List.of(), "Do it", null), "question-and-end");
        refuses(() -> new NodeId("a b"), "node-id");
        refuses(() -> new NodeId("a".repeat(41)), "id-too-long");
        refuses(
                () -> graph(
                        null,
                        IntStream.range(0, 16)
                                .mapToObj(i -> new Node(
                                        new NodeId("n" + i), null, null, List.of(), "Do it", "x".repeat(4_000)))
                                .toArray(Node[]::new)),
                "tree-too-long");
    }

    private static Answer[] answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> answer("Answer " + i, null))
                .toArray(Answer[]::new);
    }

    private static Graph random(Random random) {
        int size = random.nextInt(1, 8);
        Node[] nodes = new Node[size];
        for (int i = 0; i < size; i++) {
            nodes[i] = random.nextInt(4) == 0
                    ? end("n" + i)
                    : question(
                            "n" + i,
                            IntStream.range(0, random.nextInt(4))
                                    .mapToObj(a -> answer("Answer " + a, target(random, size)))
                                    .toArray(Answer[]::new));
        }
        return graph("n0", nodes);
    }

    /** At times a node that is not there. */
    private static String target(Random random, int size) {
        return "n" + random.nextInt(random.nextInt(6) == 0 ? size + 1 : size);
    }

    /** Whether one gets from one node to another by one answer or more. */
    private static boolean[][] closure(Graph graph) {
        int size = graph.nodes().size();
        boolean[][] reaches = new boolean[size][size];
        for (int i = 0; i < size; i++) {
            for (Answer answer : graph.nodes().get(i).answers()) {
                for (int j = 0; j < size; j++) {
                    reaches[i][j] |= graph.nodes().get(j).id().equals(answer.to());
                }
            }
        }
        for (int by = 0; by < size; by++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    reaches[i][j] |= reaches[i][by] && reaches[by][j];
                }
            }
        }
        return reaches;
    }

    private static List<String> gaps(Graph graph) {
        return graph.gaps().stream().map(gap -> gap.node() + " " + gap.kind()).toList();
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
