package pe.minka.rules;

/**
 * Why limits keep a project out at this moment.
 *
 * @param because label of the limit or id of the other project
 * @param lasting whether nothing that is selected later can lift it
 */
public record Breach(Obstacle obstacle, String because, boolean lasting) {}
