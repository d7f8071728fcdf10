package pe.minka.registry.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** Bodies on the wire. */
@Schema(name = "Bodies")
record BodiesView(List<BodyView> items) {}
