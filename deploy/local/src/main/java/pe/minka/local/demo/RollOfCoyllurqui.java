package pe.minka.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * 300 agents as the case tells of them: 195 men and 105 women of communities, neighbourhoods and women's
 * organisations. Names, documents and birth dates are made up, the same at every run.
 */
final class RollOfCoyllurqui {

    static final int AGENTS = 300;
    static final int WOMEN = 105;

    private static final List<String> WOMENS_NAMES = List.of(
            "Saturnina",
            "Justina",
            "Eulalia",
            "Victoria",
            "Hilaria",
            "Dominga",
            "Gregoria",
            "Nicolasa",
            "Basilia",
            "Marcusa",
            "Teodora",
            "Fortunata",
            "Aurelia",
            "Leonarda",
            "Rosa");
    private static final List<String> MENS_NAMES = List.of(
            "Mariano",
            "Hilario",
            "Saturnino",
            "Gregorio",
            "Eusebio",
            "Toribio",
            "Melchor",
            "Celestino",
            "Fortunato",
            "Lino",
            "Damián",
            "Paulino",
            "Marcelino",
            "Víctor",
            "Santos");
    private static final List<String> SURNAMES = List.of(
            "Huillca",
            "Quispe",
            "Mamani",
            "Ccoyo",
            "Huamaní",
            "Chipana",
            "Puma",
            "Ñaupa",
            "Sullca",
            "Cruz",
            "Llicahua",
            "Vargas",
            "Peña",
            "Ccahuana",
            "Layme",
            "Achahui",
            "Condori",
            "Pacco",
            "Roque",
            "Ttito");
    private static final List<Organisation> ORGANISATIONS = List.of(
            new Organisation("Comunidad Campesina de Ñahuinlla", "PEASANT_COMMUNITY", "Z2"),
            new Organisation("Comunidad Campesina de Pfaco", "PEASANT_COMMUNITY", "Z2"),
            new Organisation("Comunidad Campesina de Huancacalla", "PEASANT_COMMUNITY", "Z3"),
            new Organisation("Comunidad Campesina de Vilcaro", "PEASANT_COMMUNITY", "Z3"),
            new Organisation("Comunidad Campesina de Acpitán", "PEASANT_COMMUNITY", "Z4"),
            new Organisation("Junta Vecinal del Barrio Centro", "NEIGHBOURHOOD_BOARD", "Z1"),
            new Organisation("Junta Vecinal del Barrio San Martín", "NEIGHBOURHOOD_BOARD", "Z1"),
            new Organisation("Comité del Vaso de Leche de Coyllurqui", "GLASS_OF_MILK_COMMITTEE", "Z1"),
            new Organisation("Comité del Vaso de Leche de Pfaco", "GLASS_OF_MILK_COMMITTEE", "Z2"),
            new Organisation("Central de Mujeres de Coyllurqui", "WOMENS_ORGANISATION", "Z1"));

    private RollOfCoyllurqui() {}

    /** An organisation that accredits agents. */
    record Organisation(String name, String kind, String zone) {}

    /** One row of the roll as a registrar would type it. */
    record Person(
            Organisation organisation,
            String dni,
            String names,
            String surnames,
            String sex,
            LocalDate born,
            String language) {}

    static List<Person> people() {
        var random = new Random(2016);
        var people = new ArrayList<Person>();
        for (int i = 0; i < AGENTS; i++) {
            // spread the women evenly over the list: 105 of 300 are 7 in each 20
            boolean woman = i % 20 < 7;
            var organisation = ORGANISATIONS.get(woman && i % 3 == 0 ? 7 + i % 3 : i % ORGANISATIONS.size());
            people.add(new Person(
                    organisation,
                    String.format("%08d", 31_000_000 + i * 7919),
                    pick(woman ? WOMENS_NAMES : MENS_NAMES, random),
                    pick(SURNAMES, random) + " " + pick(SURNAMES, random),
                    woman ? "FEMALE" : "MALE",
                    LocalDate.of(1946 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    random.nextInt(10) < (woman ? 8 : 6) ? "qu" : "es"));
        }
        return people;
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
