package pe.minka.registry.agent;

import pe.minka.registry.agent.Supporters.Signed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** A list of supporters as it was brought, read row by row: a row that is wrong does not stop the others. */
final class SupportersList {

    private final List<Signed> sound = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();

    private SupportersList() {}

    /** A row as somebody wrote it down. */
    record Written(IdentityDocument.Kind kind, String number, String names, String address, boolean signed) {

        @Override
        public String toString() {
            return "row of a list";
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param row from 1
     * @param member of the row that breaks the rule
     */
    record Wrong(int row, String member, String code) {}

    static SupportersList read(List<Written> rows) {
        var list = new SupportersList();
        var seen = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            list.take(i + 1, rows.get(i), seen);
        }
        return list;
    }

    private void take(int number, Written row, HashSet<String> seen) {
        int before = wrong.size();
        blank(number, "names", row.names());
        blank(number, "address", row.address());
        if (!row.signed()) {
            wrong.add(new Wrong(number, "signed", "supporter-unsigned"));
        }
        IdentityDocument.flawOf(row.kind(), row.number())
                .map(IdentityDocument.Flaw::code)
                .ifPresent(code -> wrong.add(new Wrong(number, "documentNumber", code)));
        if (wrong.size() > before) {
            return;
        }
        var document = IdentityDocument.of(row.kind(), row.number());
        if (seen.add(document.kind() + " " + document.number())) {
            sound.add(new Signed(
                    number, document, row.names().strip(), row.address().strip()));
        } else {
            wrong.add(new Wrong(number, "documentNumber", "supporter-twice"));
        }
    }

    private void blank(int number, String member, String text) {
        if (text.isBlank()) {
            wrong.add(new Wrong(number, member, "missing-value"));
        }
    }

    List<Signed> sound() {
        return List.copyOf(sound);
    }

    /** With those whom the petitions of the process have already; of another petition it says no more. */
    List<Wrong> wrongWith(List<Supporters.Doubled> doubled) {
        var all = new ArrayList<>(wrong);
        doubled.forEach(each -> all.add(
                new Wrong(each.row(), "documentNumber", each.elsewhere() ? "supporter-elsewhere" : "supporter-twice")));
        all.sort(Comparator.comparingInt(Wrong::row));
        return List.copyOf(all);
    }
}
