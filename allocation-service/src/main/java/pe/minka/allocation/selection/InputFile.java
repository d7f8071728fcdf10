package pe.minka.allocation.selection;

import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.allocation.round.TalliedRound;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a selection is made from, as a file in the format of pabulib.org: whoever has the file and the command line of
 * the rules gets the same selection without this service.
 */
final class InputFile {

    private static final Pattern BUDGET = Pattern.compile("(?m)^budget;[^\\r\\n]*");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[;\"\\r\\n]");

    private InputFile() {}

    /**
     * A file from the sums of a tally: one row a vote for one project. It keeps what a count by votes needs and tells
     * nothing of who voted for what together.
     *
     * @param projects in the order that decides ties by list
     */
    static String fromTallies(
            CalledProcess process, TalliedRound round, Soles budget, String rule, List<ProjectTally> projects) {
        long votes = projects.stream().mapToLong(ProjectTally::votes).sum();
        var text = new StringBuilder(1024 + 16 * (int) Math.min(votes, 1_000_000));
        text.append("META\nkey;value\n");
        meta(text, "description", "Votos de la ronda " + round.id() + ", uno por fila");
        meta(text, "vote_type", "approval");
        head(text, process, budget, rule, votes, projects);
        text.append("PROJECTS\nproject_id;cost;votes;name;territory\n");
        for (var project : projects) {
            text.append(project.proposal()).append(';').append(project.cost()).append(';');
            text.append(project.votes()).append(';');
            named(text, project);
        }
        text.append("VOTES\nvoter_id;vote\n");
        long row = 0;
        for (var project : projects) {
            for (long vote = 0; vote < project.votes(); vote++) {
                text.append(++row).append(';').append(project.proposal()).append('\n');
            }
        }
        return text.toString();
    }

    /** A file from a scored list: one row, with the points that the matrix gives each project. */
    static String fromPoints(
            CalledProcess process, TalliedRound list, Soles budget, String rule, List<ProjectTally> projects) {
        var text = new StringBuilder(1024);
        text.append("META\nkey;value\n");
        meta(text, "description", "Puntos de la lista " + list.id());
        meta(text, "vote_type", "scoring");
        head(text, process, budget, rule, 1, projects);
        text.append("PROJECTS\nproject_id;cost;score;name;territory\n");
        for (var project : projects) {
            text.append(project.proposal()).append(';').append(project.cost()).append(';');
            text.append(project.votes()).append(';');
            named(text, project);
        }
        text.append("VOTES\nvoter_id;vote;points\n1;");
        text.append(projects.stream()
                        .map(project -> project.proposal().toString())
                        .collect(Collectors.joining(",")))
                .append(';');
        text.append(projects.stream()
                        .map(project -> String.valueOf(project.votes()))
                        .collect(Collectors.joining(",")))
                .append('\n');
        return text.toString();
    }

    private static void head(
            StringBuilder text,
            CalledProcess process,
            Soles budget,
            String rule,
            long votes,
            List<ProjectTally> projects) {
        meta(text, "country", "Peru");
        meta(text, "unit", process.name());
        meta(text, "instance", process.fiscalYear().toString());
        meta(text, "num_projects", String.valueOf(projects.size()));
        meta(text, "num_votes", String.valueOf(votes));
        meta(text, "budget", budget.toString());
        meta(text, "rule", rule);
        meta(text, "currency", "PEN");
    }

    private static void named(StringBuilder text, ProjectTally project) {
        text.append(quoted(project.title())).append(';');
        text.append(quoted(project.zone() == null ? "" : project.zone())).append('\n');
    }

    /** The ballots of a round with the budget of an envelope. */
    static String fromBallots(String ballots, Soles budget) {
        return BUDGET.matcher(ballots).replaceFirst("budget;" + budget);
    }

    private static void meta(StringBuilder text, String key, String value) {
        text.append(key).append(';').append(quoted(value)).append('\n');
    }

    private static String quoted(String value) {
        return NEEDS_QUOTES.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
