package pe.minka.platform.runtime.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.core.Ubigeo;

import java.util.UUID;

/** Values of the platform as plain columns, wherever they stand in an entity. */
final class Converters {

    private Converters() {}

    /** {@code bigint}, hundredths of a sol. */
    @Converter(autoApply = true)
    static class SolesColumn implements AttributeConverter<@Nullable Soles, @Nullable Long> {

        @Override
        public @Nullable Long convertToDatabaseColumn(@Nullable Soles soles) {
            return soles == null ? null : soles.centimos();
        }

        @Override
        public @Nullable Soles convertToEntityAttribute(@Nullable Long centimos) {
            return centimos == null ? null : new Soles(centimos);
        }
    }

    /** {@code varchar(6)}. */
    @Converter(autoApply = true)
    static class EntityCodeColumn implements AttributeConverter<@Nullable EntityCode, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable EntityCode code) {
            return code == null ? null : code.value();
        }

        @Override
        public @Nullable EntityCode convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : new EntityCode(code);
        }
    }

    /** {@code varchar(10)}. */
    @Converter(autoApply = true)
    static class UbigeoColumn implements AttributeConverter<@Nullable Ubigeo, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Ubigeo ubigeo) {
            return ubigeo == null ? null : ubigeo.value();
        }

        @Override
        public @Nullable Ubigeo convertToEntityAttribute(@Nullable String ubigeo) {
            return ubigeo == null ? null : new Ubigeo(ubigeo);
        }
    }

    /** {@code integer}. */
    @Converter(autoApply = true)
    static class FiscalYearColumn implements AttributeConverter<@Nullable FiscalYear, @Nullable Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable FiscalYear year) {
            return year == null ? null : year.value();
        }

        @Override
        public @Nullable FiscalYear convertToEntityAttribute(@Nullable Integer year) {
            return year == null ? null : new FiscalYear(year);
        }
    }

    /** {@code uuid}. */
    @Converter(autoApply = true)
    static class ProcessIdColumn implements AttributeConverter<@Nullable ProcessId, @Nullable UUID> {

        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable ProcessId process) {
            return process == null ? null : process.value();
        }

        @Override
        public @Nullable ProcessId convertToEntityAttribute(@Nullable UUID process) {
            return process == null ? null : new ProcessId(process);
        }
    }

    /** {@code uuid}. */
    @Converter(autoApply = true)
    static class AgentIdColumn implements AttributeConverter<@Nullable AgentId, @Nullable UUID> {

        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable AgentId agent) {
            return agent == null ? null : agent.value();
        }

        @Override
        public @Nullable AgentId convertToEntityAttribute(@Nullable UUID agent) {
            return agent == null ? null : new AgentId(agent);
        }
    }
}
