package pe.minka.testkit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Problems as the sources of a module use them, as its texts say them, and as its list explains them. */
final class ProblemCatalogue {

    private static final List<String> LANGUAGES = List.of("es", "qu", "en");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("Problem\\s*\\.\\s*(badRequest|forbidden|conflict|unprocessable)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern OF = Pattern.compile("Problem\\s*\\.\\s*of\\(\\s*(\\d{3})\\s*,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern ITEM = Pattern.compile("\\.\\s*(?:error|breach)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");
    private static final Pattern LINE = Pattern.compile("^\\|\\s*`([a-z0-9-]+)`\\s*\\|\\s*(\\w+)\\s*\\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Map<String, String> STATUS =
            Map.of("badRequest", "400", "forbidden", "403", "conflict", "409", "unprocessable", "422");

    private final String sources;
    private final Map<String, Set<String>> problems = new TreeMap<>();
    private final Set<String> items = new TreeSet<>();
    private final Map<String, Properties> own = new HashMap<>();
    private final Map<String, Properties> all = new HashMap<>();
    private final Map<String, Set<String>> listed = new TreeMap<>();

    private ProblemCatalogue(Path module, List<Path> lists) {
        sources = COMMENT.matcher(sourcesUnder(module.resolve("src/main/java"))).replaceAll("");
        readCalls();
        readItems();
        for (String language : LANGUAGES) {
            var file = "problems/messages_" + language + ".properties";
            own.put(language, read(module.resolve("src/main/resources").resolve(file)));
            all.put(language, readAll(file, in(own, language)));
        }
        lists.forEach(list -> readList(list)
                .forEach((code, kinds) ->
                        listed.computeIfAbsent(code, each -> new TreeSet<>()).addAll(kinds)));
    }

    static ProblemCatalogue of(Path module, List<Path> lists) {
        return new ProblemCatalogue(module, lists);
    }

    private void readCalls() {
        var calls = CALL.matcher(sources);
        while (calls.find()) {
            use(calls.group(2), STATUS.getOrDefault(calls.group(1), ""));
        }
        var others = OF.matcher(sources);
        while (others.find()) {
            use(others.group(2), others.group(1));
        }
    }

    private void use(String code, String status) {
        problems.computeIfAbsent(code, each -> new TreeSet<>()).add(status);
    }

    /** The second argument of each {@code error(…)} and {@code breach(…)}, where it is a literal. */
    private void readItems() {
        var calls = ITEM.matcher(sources);
        while (calls.find()) {
            var second = argument(calls.end(), 1).strip();
            var literal = LITERAL.matcher(second);
            if (literal.matches()) {
                items.add(literal.group(1));
            }
        }
    }

    private String argument(int start, int wanted) {
        int depth = 0;
        int index = 0;
        boolean quoted = false;
        var argument = new StringBuilder();
        for (int i = start; i < sources.length(); i++) {
            char each = sources.charAt(i);
            if (each == '"' && sources.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (each == '(' || each == '{' || each == '[')) {
                depth++;
            } else if (!quoted && (each == ')' || each == '}' || each == ']') && --depth < 0) {
                break;
            }
            if (each == ',' && depth == 0 && !quoted) {
                index++;
            } else if (index == wanted) {
                argument.append(each);
            }
            if (index > wanted) {
                break;
            }
        }
        return argument.toString();
    }

    List<String> missingTexts(Set<String> computed) {
        var found = new ArrayList<String>();
        for (String language : LANGUAGES) {
            Predicate<String> absent =
                    key -> in(all, language).getProperty(key, "").isBlank();
            problems.keySet().stream()
                    .flatMap(code -> List.of(code + ".title", code + ".detail").stream())
                    .filter(absent)
                    .forEach(key -> found.add(language + ": " + key));
            items.stream().map(code -> code + ".error").filter(absent).forEach(key -> found.add(language + ": " + key));
            computed.stream()
                    .filter(code -> absent.test(code + ".title") && absent.test(code + ".error"))
                    .forEach(code -> found.add(language + ": " + code));
        }
        return found;
    }

    List<String> unequalTexts() {
        var found = new ArrayList<String>();
        var keys = own.values().stream()
                .flatMap(texts -> texts.stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String key : keys) {
            var placeholders = new TreeSet<String>();
            for (String language : LANGUAGES) {
                var text = in(own, language).getProperty(key);
                placeholders.add(text == null ? "none" : placeholdersOf(text).toString());
            }
            if (placeholders.size() > 1) {
                found.add(key + ": " + placeholders);
            }
        }
        return found;
    }

    private static Set<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> orphanTexts(Set<String> computed) {
        return in(own, "es").stringPropertyNames().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .distinct()
                .filter(code -> !computed.contains(code) && !sources.contains("\"" + code + "\""))
                .sorted()
                .toList();
    }

    List<String> notListed(Set<String> computed) {
        var found = new ArrayList<String>();
        problems.forEach((code, statuses) -> statuses.stream()
                .filter(status -> !listed.getOrDefault(code, Set.of()).contains(status))
                .forEach(status -> found.add("| `" + code + "` | " + status + " |")));
        items.stream()
                .filter(code -> !listed.getOrDefault(code, Set.of()).contains("item"))
                .forEach(code -> found.add("| `" + code + "` | item |"));
        computed.stream().filter(code -> !listed.containsKey(code)).forEach(code -> found.add("| `" + code + "` |"));
        return found;
    }

    List<String> listedInVain(Path list, Set<String> computed) {
        return readList(list).keySet().stream()
                .filter(code -> !computed.contains(code) && !sources.contains("\"" + code + "\""))
                .toList();
    }

    private static Properties in(Map<String, Properties> texts, String language) {
        return texts.getOrDefault(language, new Properties());
    }

    private static Map<String, Set<String>> readList(Path list) {
        var found = new TreeMap<String, Set<String>>();
        if (Files.exists(list)) {
            Examples.text(list).lines().forEach(line -> {
                var entry = LINE.matcher(line);
                if (entry.find()) {
                    found.computeIfAbsent(entry.group(1), each -> new TreeSet<>())
                            .add(entry.group(2));
                }
            });
        }
        return found;
    }

    private static String sourcesUnder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Examples::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Path file) {
        var texts = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return texts;
    }

    /** With those of the libraries, the platform's above all. */
    private static Properties readAll(String name, Properties first) {
        var texts = new Properties();
        try {
            var files = Thread.currentThread().getContextClassLoader().getResources(name);
            while (files.hasMoreElements()) {
                try (var reader = new InputStreamReader(files.nextElement().openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        texts.putAll(first);
        return texts;
    }
}
