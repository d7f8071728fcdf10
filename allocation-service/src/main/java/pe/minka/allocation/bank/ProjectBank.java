package pe.minka.allocation.bank;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The lists of all areas as one: what carries the same code is one project, what only sounds the same is shown to those
 * who know.
 */
record ProjectBank(List<BankProject> projects, List<Suspicion> suspicions) {

    /**
     * One project, whoever listed it.
     *
     * @param entries where it stands; more than one where several areas list it
     * @param costsDiffer whether they give it different costs
     */
    record BankProject(@Nullable String code, String name, List<ListedProject> entries, boolean costsDiffer) {}

    /**
     * Two projects whose names say the same.
     *
     * @param similarityPercent of their names
     * @param codesDiffer whether both have a code, and not the same
     */
    record Suspicion(ListedProject one, ListedProject other, int similarityPercent, boolean codesDiffer) {}

    /** @param least similarity of names, in percent, from which two projects are suspected to be one */
    static ProjectBank of(List<ListedProject> entries, int least) {
        var merged = new LinkedHashMap<String, List<ListedProject>>();
        for (var entry : entries) {
            var key = entry.code() == null ? entry.list() + "/" + entry.position() : "code " + entry.code();
            merged.computeIfAbsent(key, each -> new ArrayList<>()).add(entry);
        }
        var projects = merged.values().stream().map(ProjectBank::project).toList();
        return new ProjectBank(projects, suspicions(projects, least));
    }

    private static BankProject project(List<ListedProject> entries) {
        var first = entries.get(0);
        boolean differ = entries.stream().anyMatch(entry -> !entry.cost().equals(first.cost()));
        return new BankProject(first.code(), first.name(), List.copyOf(entries), differ);
    }

    private static List<Suspicion> suspicions(List<BankProject> projects, int least) {
        var subjects =
                projects.stream().map(project -> Subject.of(project.name())).toList();
        var found = new ArrayList<Suspicion>();
        for (int one = 0; one < projects.size(); one++) {
            for (int other = one + 1; other < projects.size(); other++) {
                int similarity = subjects.get(one).similarity(subjects.get(other), least);
                if (similarity >= least) {
                    found.add(suspicion(projects.get(one), projects.get(other), similarity));
                }
            }
        }
        return found;
    }

    private static Suspicion suspicion(BankProject one, BankProject other, int similarity) {
        return new Suspicion(
                one.entries().get(0), other.entries().get(0), similarity, one.code() != null && other.code() != null);
    }
}
