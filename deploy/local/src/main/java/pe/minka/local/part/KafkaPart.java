package pe.minka.local.part;

import pe.minka.local.kafka.BrokerProgram;
import pe.minka.local.process.OwnProcess;
import pe.minka.local.process.StackClassPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The broker, in a Java process of its own. */
final class KafkaPart extends JavaPart {

    KafkaPart(Stack stack) {
        super(stack, Part.KAFKA.id());
    }

    @Override
    public String title() {
        return Part.KAFKA.title();
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack().port(Part.KAFKA), stack().controllerPort());
    }

    @Override
    List<String> arguments() {
        return List.of(
                "-Xms64m",
                "-Xmx256m",
                BrokerProgram.class.getName(),
                stack().home().data(Part.KAFKA).toString(),
                String.valueOf(stack().port(Part.KAFKA)),
                String.valueOf(stack().controllerPort()),
                stack().home().ready(Part.KAFKA).toString());
    }

    @Override
    Map<String, String> environment() {
        return Map.of("CLASSPATH", StackClassPath.under(stack().programs()).settle());
    }

    @Override
    Path directory() {
        return stack().home().folder();
    }

    @Override
    void prepare() {
        try {
            Files.deleteIfExists(stack().home().ready(Part.KAFKA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready(OwnProcess process) {
        try {
            return Files.readString(stack().home().ready(Part.KAFKA)).strip().equals(String.valueOf(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }
}
