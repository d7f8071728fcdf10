package pe.minka.local.demo;

import java.util.List;

/**
 * What is put to the vote: the 22 projects of the programme and those that the agents propose, of which 14 find room.
 * The numbers of projects are the case's; titles and costs are made up, and add up so that the last two do not fit.
 */
final class ProjectsOfCoyllurqui {

    /** The investment money: the municipality's opening budget of 2024 (MEF), the newest full year published. */
    static final String BUDGET = "25955058.00";

    private ProjectsOfCoyllurqui() {}

    /**
     * A project on the ballot.
     *
     * @param objective code of the plan's objective
     * @param cost soles, without centimos
     * @param appeal how many of a hundred agents approve it
     */
    record Planned(String title, String objective, String zone, int cost, int appeal, String code) {}

    /** What the municipality's programme holds (PEPMIP). */
    static final List<Planned> PROGRAMME = List.of(
            of("Mejoramiento del sistema de agua potable de Coyllurqui", "OE1", "Z1", 1_850_000, 95, 1),
            of("Ampliación del sistema de agua potable de Pfaco", "OE1", "Z2", 480_000, 94, 2),
            of("Saneamiento básico de Ñahuinlla", "OE1", "Z2", 1_320_000, 93, 3),
            of("Saneamiento básico de Vilcaro", "OE1", "Z3", 960_000, 88, 4),
            of("Electrificación rural de Acpitán", "OE1", "Z4", 740_000, 86, 5),
            of("Mejoramiento de la institución educativa inicial de Huancacalla", "OE2", "Z3", 620_000, 92, 6),
            of("Mejoramiento de la institución educativa primaria de Pfaco", "OE2", "Z2", 880_000, 91, 7),
            of("Mejoramiento de la institución educativa secundaria de Coyllurqui", "OE2", "Z1", 1_450_000, 90, 8),
            of("Biblioteca y aulas de cómputo de Ñahuinlla", "OE2", "Z2", 390_000, 82, 9),
            of("Equipamiento del puesto de salud de Vilcaro", "OE3", "Z3", 310_000, 89, 10),
            of("Casa de espera materna de Coyllurqui", "OE3", "Z1", 420_000, 87, 11),
            of("Mejoramiento del centro de salud de Coyllurqui", "OE3", "Z1", 1_180_000, 90, 12),
            of("Sistema de riego de Ñahuinlla", "OE4", "Z2", 1_260_000, 91, 13),
            of("Sistema de riego de Acpitán", "OE4", "Z4", 980_000, 85, 14),
            of("Reservorio de Huancacalla", "OE4", "Z3", 540_000, 84, 15),
            of("Mejoramiento de pastos y ganado en las comunidades altas", "OE4", "Z4", 470_000, 80, 16),
            of("Mercado de productores de Coyllurqui", "OE4", "Z1", 690_000, 78, 17),
            of("Carretera Coyllurqui–Pfaco", "OE5", "Z2", 1_640_000, 92, 18),
            of("Puente carrozable de Vilcaro", "OE5", "Z3", 1_050_000, 83, 19),
            of("Puente peatonal de Huancacalla", "OE5", "Z3", 120_000, 79, 20),
            of("Trocha carrozable a Acpitán", "OE5", "Z4", 820_000, 81, 21),
            of("Mejoramiento de calles del Barrio San Martín", "OE5", "Z1", 430_000, 76, 22));

    /** What the agents propose; the last two find no money. */
    static final List<Planned> OF_THE_AGENTS = List.of(
            of("Reforestación de la cabecera de cuenca", "OE6", "Z4", 360_000, 70, 0),
            of("Protección de manantes de Ñahuinlla", "OE6", "Z2", 280_000, 72, 0),
            of("Planta de tratamiento de residuos sólidos", "OE6", "Z1", 640_000, 68, 0),
            of("Centro de jóvenes de Coyllurqui", "OE2", "Z1", 410_000, 66, 0),
            of("Taller textil de la Central de Mujeres", "OE4", "Z1", 330_000, 71, 0),
            of("Cocina mejorada en 200 hogares", "OE3", "Z2", 520_000, 69, 0),
            of("Letrinas de Huancacalla", "OE1", "Z3", 450_000, 67, 0),
            of("Agua para los barrios altos", "OE1", "Z1", 780_000, 73, 0),
            of("Riego tecnificado de Vilcaro", "OE4", "Z3", 860_000, 65, 0),
            of("Botiquines comunales", "OE3", "Z4", 190_000, 64, 0),
            of("Local comunal de Acpitán", "OE2", "Z4", 300_000, 60, 0),
            of("Muro de contención del Barrio Centro", "OE5", "Z1", 560_000, 58, 0),
            of("Cobertizos para crías de alpaca", "OE4", "Z4", 620_000, 62, 0),
            of("Mejoramiento del camino a Pfaco alto", "OE5", "Z2", 700_000, 57, 0),
            of("Coliseo cerrado de Coyllurqui", "OE2", "Z1", 2_400_000, 22, 0),
            of("Remodelación de la plaza de armas", "OE5", "Z1", 1_900_000, 15, 0));

    private static Planned of(String title, String objective, String zone, int cost, int appeal, int number) {
        return new Planned(title, objective, zone, cost, appeal, number == 0 ? "" : String.valueOf(2_298_700 + number));
    }
}
