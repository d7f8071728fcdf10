package pe.minka.workshop.paper;

import java.util.Arrays;
import java.util.Optional;

/** What a photograph of a sheet really is, by its first bytes; what the sender calls it does not count. */
enum SheetPhoto {
    JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a}),
    PDF("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'});

    static final int LARGEST = 8 << 20;

    private final String mediaType;
    private final byte[] start;

    SheetPhoto(String mediaType, byte[] start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<SheetPhoto> of(byte[] content) {
        return Arrays.stream(values())
                .filter(each -> content.length > each.start.length
                        && Arrays.equals(content, 0, each.start.length, each.start, 0, each.start.length))
                .findFirst();
    }
}
