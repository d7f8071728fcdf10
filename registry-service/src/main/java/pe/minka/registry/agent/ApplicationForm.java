package pe.minka.registry.agent;

import pe.minka.registry.regulation.Admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an applicant is asked under one ordinance: nothing that the ordinance does not ask.
 *
 * @param asked members of an application, each with whether it must be given
 * @param notAsked members of an application that this ordinance has no use for
 */
record ApplicationForm(List<Question> asked, List<String> notAsked, Set<String> papers, boolean papersRefuse) {

    record Question(String member, boolean required) {}

    static ApplicationForm of(Admission rule, boolean papersRefuse, boolean rotates) {
        var asked = new ArrayList<>(List.of(
                new Question("role", true),
                new Question("documentKind", true),
                new Question("documentNumber", true),
                new Question("names", true),
                new Question("sex", true),
                new Question("organisation", true),
                new Question("language", false),
                new Question("contact", false),
                new Question("protectedIdentity", false)));
        var notAsked = new ArrayList<String>();
        ask("birthDate", rule.minimumAge() > 0, asked, notAsked);
        ask("papers", !rule.papers().isEmpty(), asked, notAsked);
        ask("particulars", !rule.particulars().isEmpty(), asked, notAsked);
        ask("supporters", rule.unorganisedAllowed() && rule.supporters().asks(), asked, notAsked);
        ask("rotationOverride", rotates, asked, notAsked);
        return new ApplicationForm(asked, notAsked, rule.papers(), papersRefuse);
    }

    private static void ask(String member, boolean wanted, List<Question> asked, List<String> notAsked) {
        if (wanted) {
            asked.add(new Question(member, false));
        } else {
            notAsked.add(member);
        }
    }
}
