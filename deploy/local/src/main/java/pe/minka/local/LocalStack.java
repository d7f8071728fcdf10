package pe.minka.local;

import pe.minka.local.part.Home;
import pe.minka.local.part.Part;
import pe.minka.local.part.PartProcess;
import pe.minka.local.part.PartProcesses;
import pe.minka.local.part.Secrets;
import pe.minka.local.part.Stack;
import pe.minka.local.postgres.PostgresServer;
import pe.minka.local.process.FreePorts;
import pe.minka.local.process.OwnProcess;
import pe.minka.local.process.Signal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The whole of Minka on this machine. Its parts live on after the program that started them; any later program finds
 * them again through the home folder, also when the one before was killed.
 */
public final class LocalStack {

    public static final int DEFAULT_PORT_BASE = 8100;

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Path root;
    private final Home home;
    private final Optional<Integer> wantedBase;
    private final Launch launch = new Launch(PATIENCE);

    private LocalStack(Path root, Home home, Optional<Integer> wantedBase) {
        this.root = root;
        this.home = home;
        this.wantedBase = wantedBase;
    }

    /** @param root the folder of the parent {@code pom.xml}, whose modules are built */
    public static Builder in(Path root) {
        return new Builder(root.toAbsolutePath().normalize());
    }

    /** Says where a stack lives; nothing is started before {@link LocalStack#up}. */
    public static final class Builder {
        private final Path root;
        private Path home;
        private Optional<Integer> base = Optional.empty();

        private Builder(Path root) {
            this.root = root;
            this.home = root.resolve(".minka");
        }

        /** Where the data is kept, {@code .minka} of the project unless said. */
        public Builder home(Path folder) {
            home = folder;
            return this;
        }

        /** The ports lie above it; {@value LocalStack#DEFAULT_PORT_BASE}, or that of the running stack, unless said. */
        public Builder portBase(int first) {
            base = Optional.of(first);
            return this;
        }

        public LocalStack build() {
            return new LocalStack(root, new Home(home), base);
        }
    }

    /**
     * Starts what does not run and returns when all parts answer. Harmless when all of them run.
     *
     * @return whether every part runs: a service that is not built is told to the progress, and left out
     * @throws StackRefusal when a port is taken, before anything is started; or when a part fails
     */
    public boolean up(Progress progress) {
        try (var lock = HomeLock.take(home, progress)) {
            var base = PortBase.choose(home, wantedBase, anythingRuns());
            var parts = new PartProcesses(stack(base));
            refuseTakenPorts(parts);
            PortBase.write(home, base);
            return startAll(parts, progress);
        }
    }

    /** Ends all parts in good order, replicas and leftovers of a killed launcher too. The data stays. */
    public void down(Progress progress) {
        try (var lock = HomeLock.take(home, progress)) {
            stopAll(progress);
        }
    }

    /** Ends all parts and deletes all that they made: data, accounts, passwords, logs. */
    public void reset(Progress progress) {
        try (var lock = HomeLock.take(home, progress)) {
            stopAll(progress);
            home.wipe();
        }
    }

    /** Starts one part and returns when it answers. */
    public void start(Part part) {
        var stack = current();
        PortBase.write(home, stack.base());
        launch.start(new PartProcesses(stack).of(part), Progress.SILENT);
    }

    /** Ends one part in good order. */
    public void stop(Part part) {
        processes().of(part).stop();
    }

    /** Ends one part as a power failure would: at once, with all its children. */
    public void kill(Part part) {
        processes().of(part).running().ifPresent(OwnProcess::kill);
    }

    /**
     * Starts one more process of a service over the same database, and returns when it answers.
     *
     * @param number from 2 on
     */
    public URI startReplica(Part service, int number) {
        var replica = processes().replica(service, number);
        launch.start(replica, Progress.SILENT);
        return URI.create("http://localhost:" + replica.ports().get(0));
    }

    public void killReplica(Part service, int number) {
        processes().replica(service, number).running().ifPresent(OwnProcess::kill);
    }

    public void stopReplica(Part service, int number) {
        processes().replica(service, number).stop();
    }

    public boolean running(Part part) {
        return processes().of(part).running().isPresent();
    }

    public URI address(Part part) {
        return current().address(part);
    }

    public StackAddresses addresses() {
        var stack = current();
        return new StackAddresses(
                stack.address(Part.REGISTRY),
                stack.address(Part.WORKSHOP),
                stack.address(Part.ALLOCATION),
                stack.address(Part.EXECUTION),
                stack.address(Part.TRANSPARENCY),
                stack.address(Part.KEYCLOAK),
                stack.issuer(),
                "minka-demo",
                "minka-enrolment",
                stack.secrets().enrolmentSecret());
    }

    public Secrets secrets() {
        return current().secrets();
    }

    public String kafkaBootstrapServers() {
        return current().kafka();
    }

    /** As the superuser of {@link Secrets#superuserPassword}, or the service's own role. */
    public String jdbcUrl(Part service) {
        return "jdbc:postgresql://127.0.0.1:" + current().port(Part.POSTGRES) + "/" + service.id();
    }

    public Home home() {
        return home;
    }

    /** The state of each part, first those that others need. */
    public List<PartState> states() {
        if (!home.hasData()) {
            return List.of();
        }
        return processes().all().stream().map(PartState::of).toList();
    }

    /** Whether any process of this home lives. */
    public boolean anythingRuns() {
        return !PartProcesses.javaProcessesOf(home).isEmpty()
                || PostgresServer.runningOver(home.data(Part.POSTGRES)).isPresent();
    }

    /** Of a stack that runs, or that is about to. */
    private Stack current() {
        return stack(PortBase.choose(home, wantedBase, true));
    }

    private Stack stack(int base) {
        return new Stack(root, home, base, Secrets.drawOrRead(home));
    }

    private PartProcesses processes() {
        return new PartProcesses(current());
    }

    private static void refuseTakenPorts(PartProcesses parts) {
        var taken = new ArrayList<String>();
        for (var part : parts.all()) {
            if (part.obstacle().isEmpty() && part.running().isEmpty()) {
                part.ports().stream()
                        .filter(port -> !FreePorts.free(port))
                        .forEach(port -> taken.add("  " + port + ", which " + part.title() + " needs"));
            }
        }
        if (!taken.isEmpty()) {
            throw new StackRefusal("Nothing was started, because another program listens on\n"
                    + String.join("\n", taken)
                    + "\nEnd it, or choose other ports: ./minka up --port-base 9100");
        }
    }

    /** Keycloak takes longest and the services do not wait for it; they need their databases. */
    private boolean startAll(PartProcesses parts, Progress progress) {
        var threads = Executors.newCachedThreadPool();
        try {
            var keycloak = started(parts.of(Part.KEYCLOAK), progress, threads);
            var ground = Stream.of(Part.POSTGRES, Part.KAFKA)
                    .map(part -> started(parts.of(part), progress, threads))
                    .toList();
            await(ground);
            var services = Part.services().stream()
                    .map(service -> started(parts.of(service), progress, threads))
                    .toList();
            await(Stream.concat(services.stream(), Stream.of(keycloak)).toList());
            return Part.services().stream()
                    .allMatch(service -> parts.of(service).obstacle().isEmpty());
        } finally {
            threads.shutdown();
        }
    }

    private CompletableFuture<Void> started(PartProcess part, Progress progress, ExecutorService threads) {
        return CompletableFuture.runAsync(() -> launch.start(part, progress), threads);
    }

    private static void await(List<CompletableFuture<Void>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** First the services with their replicas, then what they stand on. Needs no secrets: those may be lost. */
    private void stopAll(Progress progress) {
        var last = List.of(home.marker(Part.KAFKA.id()), home.marker(Part.KEYCLOAK.id()));
        endAll(OwnProcess.withArguments(arguments -> arguments.stream()
                .anyMatch(argument -> argument.startsWith(home.marker("")) && !last.contains(argument))));
        endAll(PartProcesses.javaProcessesOf(home));
        PostgresServer.stopOver(home.data(Part.POSTGRES));
        progress.note("all parts have ended");
    }

    private static void endAll(List<OwnProcess> processes) {
        processes.parallelStream().forEach(process -> process.end(Signal.TERMINATE, Duration.ofSeconds(20)));
    }
}
