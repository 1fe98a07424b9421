package io.guildhall.cop.coaching;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The questions of the starter shelf, as {@code shelf/questions.yaml} has them. */
@Component
class Questions {

    private static final String FILE = "shelf/questions.yaml";

    private final List<CoachingQuestion> all;

    Questions() {
        try (InputStream in = Questions.class.getClassLoader().getResourceAsStream(FILE)) {
            Map<String, List<Map<String, String>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in, FILE));
            all = Objects.requireNonNull(file.get("questions"), "questions").stream()
                    .map(Questions::question)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CoachingQuestion> all() {
        return all;
    }

    private static CoachingQuestion question(Map<String, String> question) {
        return new CoachingQuestion(
                field(question, "id"), Moment.valueOf(field(question, "moment")), field(question, "text"));
    }

    private static String field(Map<String, String> question, String name) {
        return Objects.requireNonNull(question.get(name), name);
    }
}
