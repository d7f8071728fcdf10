package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;

import static org.assertj.core.api.Assertions.assertThat;

class AgentRightsTest {

    @Test
    void under_coyllurquis_ordinance_principals_and_officials_vote_and_the_technical_team_has_voice_only() {
        var rule = Ordinances.coyllurqui().participation();

        assertThat(AgentRole.PRINCIPAL.hasVote(rule)).isTrue();
        assertThat(AgentRole.OFFICIAL.hasVote(rule)).isTrue();
        assertThat(AgentRole.ALTERNATE.hasVote(rule)).isFalse();
        assertThat(AgentRole.TECHNICAL_TEAM.hasVote(rule)).isFalse();
        assertThat(AgentRole.TECHNICAL_TEAM.hasVoice(rule)).isTrue();
        assertThat(AgentRole.TECHNICAL_TEAM.signs(rule)).isFalse();
        assertThat(AgentRole.PRINCIPAL.supervises(rule)).isTrue();
        assertThat(AgentRole.OFFICIAL.supervises(rule)).isFalse();
    }

    @Test
    void under_ocongates_ordinance_the_alternate_votes_and_each_organisation_has_one_vote() {
        var rule = Ordinances.regulation("ocongate-2020.v1", "national-2009.v2").participation();

        assertThat(AgentRole.ALTERNATE.hasVote(rule)).isTrue();
        assertThat(rule.oneVotePerOrganisation()).isTrue();
    }
}
