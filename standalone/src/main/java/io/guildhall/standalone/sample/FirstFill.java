package io.guildhall.standalone.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Decides at the first start whether the sample is wanted, and fills the product once.
 *
 * <p>The decision is remembered: who began without the sample never finds it among their own teams later.
 */
public final class FirstFill {

    private enum State {
        WANTED,
        DECLINED,
        FILLED
    }

    private final Path file;

    private FirstFill(Path file) {
        this.file = file;
    }

    /** What was decided in this data folder; decides now when nothing was. Until it is complete one can still do without. */
    public static FirstFill in(Path data, boolean wanted) {
        FirstFill fill = new FirstFill(data.resolve("sample"));
        if (!Files.exists(fill.file) || (!wanted && fill.isDue())) {
            fill.remember(wanted ? State.WANTED : State.DECLINED);
        }
        return fill;
    }

    /** Whether the product still has to be filled. */
    public boolean isDue() {
        return read() == State.WANTED;
    }

    private State read() {
        try {
            return State.valueOf(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the product has the people of the sample, or will have them. */
    public boolean isWanted() {
        return read() != State.DECLINED;
    }

    /** Fills the product when that is due and remembers it when that is complete. */
    public void run(Filling filling, Product product, Consumer<String> say) throws IOException, InterruptedException {
        if (isDue() && filling.fill(product, say)) {
            remember(State.FILLED);
        }
    }

    private void remember(State state) {
        try {
            Path unfinished = file.resolveSibling("sample.new");
            Files.writeString(unfinished, state.name() + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
