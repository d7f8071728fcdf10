package pe.minka.workshop.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.List;
import java.util.UUID;

/** Devices of the polling place, registered for one round by a polling officer. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polling devices", description = "Terminals, offline devices and pollsters of a round")
class DeviceResource {

    private final PollingDevices devices;
    private final Polling polling;
    private final Processes processes;

    DeviceResource(PollingDevices devices, Polling polling, Processes processes) {
        this.devices = devices;
        this.polling = polling;
        this.processes = processes;
    }

    /**
     * @param label such as the number of a table or of a pollster: never a name
     * @param publicKey Ed25519, Base64 of 32 bytes; of devices that vote offline only
     * @param zone where its pollster asks
     * @param assigned how many answers its pollster is asked for
     */
    @Schema(name = "NewPollingDevice")
    record DeviceRequest(
            @NotNull PollingDevice.Kind kind,
            @NotBlank @Size(max = 60) String label,
            @Nullable @Size(max = 60) String publicKey,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String zone,

            @Nullable @Min(1) @Max(100_000) Integer assigned) {}

    @Schema(name = "PollingDeviceRegistration")
    record RegistrationRequest(@NotEmpty @Size(max = 2000) List<@Valid @NotNull DeviceRequest> devices) {}

    /** @param received envelopes that arrived; @param answers ballots in them */
    @Schema(name = "PollingDevice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceView(
            UUID device,
            UUID round,
            PollingDevice.Kind kind,
            String label,
            @Nullable String zone,
            @Nullable Integer assigned,
            int received,
            int answers,
            boolean returned,
            boolean revoked) {

        static DeviceView of(PollingDevices.Progress progress) {
            var device = progress.device();
            return new DeviceView(
                    device.device(),
                    device.round(),
                    device.kind(),
                    device.label(),
                    device.zone(),
                    device.assigned(),
                    progress.received(),
                    progress.answers(),
                    device.sealed() != null,
                    device.revoked());
        }
    }

    @Schema(name = "PollingDevices")
    record DevicesView(List<DeviceView> devices) {}

    @Schema(name = "PollingDevicePage")
    record DevicePage(List<DeviceView> items, @Nullable String next) {}

    /** @param envelopes how many it sealed, by its own count */
    @Schema(name = "DeviceReturn")
    record ReturnRequest(@Min(0) @Max(1_000_000) int envelopes) {}

    /** @param document the act that says so */
    @Schema(name = "DeviceRevocation")
    record RevocationRequest(@NotBlank @Size(max = 300) String document) {}

    @POST
    @Path("/rounds/{round}/devices")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Register devices",
            description = "Terminals where voters are helped, and devices that vote offline, each with the Ed25519 key"
                    + " that it signs with; a pollster's with zone and number of answers. All of them or none.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            schema = @Schema(implementation = DevicesView.class),
                            examples = @ExampleObject(name = "devices", value = ChannelExamples.REGISTERED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`round-not-open`: it is closed; `channel-not-admitted`")
    @APIResponse(
            responseCode = "422",
            description = "`device-not-registrable` with `device-label-taken`, `device-key-wrong`")
    public Response registerDevices(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "registration",
                                                            value = ChannelExamples.REGISTRATION)))
                    @Valid
                    @NotNull
                    RegistrationRequest request) {
        processes.ofCaller(polling.known(round).process());
        var registered = devices.register(
                round,
                request.devices().stream()
                        .map(each -> new PollingDevices.Registration(
                                each.kind(), each.label(), each.publicKey(), each.zone(), each.assigned()))
                        .toList());
        return Response.status(Response.Status.CREATED)
                .entity(new DevicesView(registered.stream()
                        .map(device -> DeviceView.of(new PollingDevices.Progress(device, 0, 0)))
                        .toList()))
                .build();
    }

    @GET
    @Path("/rounds/{round}/devices")
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(summary = "List the devices", description = "With what arrived of each, never what was voted.")
    @APIResponse(
            responseCode = "200",
            description = "A page of devices",
            content =
                    @Content(
                            schema = @Schema(implementation = DevicePage.class),
                            examples = @ExampleObject(name = "devices", value = ChannelExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    public Response listDevices(
            @PathParam("round") UUID round, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.ofCaller(polling.known(round).process());
        return Page.of(
                        devices.page(round, page.afterId(), page.limit + 1),
                        page,
                        progress -> progress.device().device())
                .map(DeviceView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/devices/{device}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Take a device back",
            description = "Once as many envelopes arrived as it sealed. When all devices are back the round closes"
                    + " without waiting for the end of the synchronisation.")
    @APIResponse(
            responseCode = "200",
            description = "Back",
            content =
                    @Content(
                            schema = @Schema(implementation = DeviceView.class),
                            examples = @ExampleObject(name = "device", value = ChannelExamples.ONE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such device within the caller's reach")
    @APIResponse(responseCode = "409", description = "`envelopes-missing` with both numbers, `vote-not-open`")
    public Response returnDevice(
            @PathParam("device") UUID id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "return", value = "{\"envelopes\":1}")))
                    @Valid
                    @NotNull
                    ReturnRequest request) {
        mine(id);
        return Response.ok(view(devices.takeBack(id, request.envelopes()))).build();
    }

    @POST
    @Path("/devices/{device}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Revoke a device",
            description = "By a recorded act, such as when it was stolen. What it brings from then on is kept aside.")
    @APIResponse(
            responseCode = "200",
            description = "Out of use",
            content =
                    @Content(
                            schema = @Schema(implementation = DeviceView.class),
                            examples = @ExampleObject(name = "device", value = ChannelExamples.ONE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such device within the caller's reach")
    public Response revokeDevice(
            @PathParam("device") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "revocation",
                                                            value = "{\"document\":\"Acta 5\"}")))
                    @Valid
                    @NotNull
                    RevocationRequest request) {
        mine(id);
        return Response.ok(view(devices.revoke(id, request.document()))).build();
    }

    private void mine(UUID device) {
        processes.ofCaller(polling.known(devices.known(device).round()).process());
    }

    private DeviceView view(PollingDevice device) {
        return DeviceView.of(devices.progress(device));
    }
}
