package pe.minka.rules.pabulib;

/** A part of a file, opened by its name on a line of its own. */
enum Section {
    META,
    PROJECTS,
    VOTES
}
