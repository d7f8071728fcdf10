package pe.minka.rules.pabulib;

import java.io.IOException;
import java.util.List;

/** What a file is read into, row by row, in the order of the file. */
public interface PabulibSink {

    /** One line about the election: a key and its value, and what else stands on the line. */
    void meta(Row row) throws IOException;

    /** The names of the columns of the projects. */
    void projectColumns(List<String> names, Row row) throws IOException;

    void project(Row row) throws IOException;

    /** The names of the columns of the votes. */
    void voteColumns(List<String> names, Row row) throws IOException;

    void vote(Row row) throws IOException;

    /** The file ends here; whether its last line has no line ending. */
    default void end(long line, boolean lineOpen) throws PabulibException {}
}
