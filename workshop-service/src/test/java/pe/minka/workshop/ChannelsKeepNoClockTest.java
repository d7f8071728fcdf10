package pe.minka.workshop;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import java.time.Clock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** One clock decides when a round is voted, the database's; a channel that asked another would let some vote longer. */
class ChannelsKeepNoClockTest {

    @Test
    void no_channel_asks_a_clock_of_its_own() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        "pe.minka.workshop.channel",
                        "pe.minka.workshop.offline",
                        "pe.minka.workshop.paper",
                        "pe.minka.workshop.poll",
                        "pe.minka.workshop.room");

        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(classes);
    }
}
