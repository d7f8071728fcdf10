package pe.minka.platform.runtime.imports;

import pe.minka.platform.core.EntityCode;

import java.util.Map;

/**
 * What the rows of a file have in common.
 *
 * @param entity for whom they are brought
 * @param caller the account that brought the file
 * @param about what the service noted when the file came: which process, for example
 * @param dryRun whether all is undone at the end
 */
public record ImportContext(EntityCode entity, String caller, Map<String, String> about, boolean dryRun) {

    /** @throws IllegalStateException where the service noted no such thing */
    public String about(String name) {
        var value = about.get(name);
        if (value == null) {
            throw new IllegalStateException("an import without its " + name);
        }
        return value;
    }
}
