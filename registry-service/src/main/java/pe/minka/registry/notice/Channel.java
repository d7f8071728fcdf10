package pe.minka.registry.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what people are reached; the names are those of the regulation. */
@Schema(name = "NoticeChannel")
enum Channel {
    RADIO(false),
    LOUDSPEAKER(false),
    POSTER(false),
    LETTER(true),
    ASSEMBLY(false),
    NEWSPAPER(false),
    WEBSITE(false),
    EMAIL(true),
    SMS(true),
    TELEPHONE(true),
    VISIT(true);

    private final boolean personal;

    Channel(boolean personal) {
        this.personal = personal;
    }

    /** Whether it reaches one person, whose delivery is noted; the others reach whoever hears. */
    boolean personal() {
        return personal;
    }
}
