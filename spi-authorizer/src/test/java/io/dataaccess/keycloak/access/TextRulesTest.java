/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestDraft;
import io.dataaccess.keycloak.request.RequestDrafts;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "What people write hides nothing: neither controls nor halves of characters nor what moves or shows nothing")
class TextRulesTest {

    private final Realm realm = Realm.demo();

    private AccessRequest file(RequestDraft application) {
        return realm.filing().file(application).request();
    }

    private AccessRequest vote(AccessRequest request, VoteDecision choice, String comment) {
        return realm.vote(request.id(), Voters.fresh(People.avery()), new VoteInput(choice, comment, Optional.empty()));
    }

    /** Those that keep a line together are no text either. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00a0", "\u2007", "\u202f"})
    void saysNothingWhenThereIsOnlySpace(String space) {
        String nothing = space.repeat(20);
        AccessRequest request = file(RequestDrafts.ofLin());
        realm.grants.add(Grants.running());

        assertThat(TextRules.stripped(nothing + "A case" + space + "of two" + nothing))
                .isEqualTo("A case" + space + "of two");
        assertThat(TextRules.stripped(nothing)).isEmpty();
        assertRejected(
                Rejection.INVALID_JUSTIFICATION, () -> file(RequestDrafts.justified(nothing, RequestDrafts.ofLin())));
        assertRejected(Rejection.INVALID_COMMENT, () -> vote(request, VoteDecision.DENY, nothing));
        assertRejected(
                Rejection.INVALID_COMMENT,
                () -> realm.accessEnding().revoke("grant-1", Voters.fresh(People.avery()), nothing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0", "\u001b", "\u0085", "\u007f", "\ud800", "a\udc00", "\u00ad", "\u061c", "\u200b", "\u200c",
                        "\u200d",
                "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff",
                        "\ufe00",
                "\ue000", "\ufdd0", "\udb40\udc41", "\udb40\udd00", "\u3164", "\u2800"
            })
    void refusesWhenACharacterIsOdd(String odd) {
        RequestDraft lin = RequestDrafts.ofLin();
        realm.put(PolicyDrafts.usConfidential().with("ticketPattern", "(?s).*"));
        assertRejected(
                Rejection.INVALID_JUSTIFICATION,
                () -> file(RequestDrafts.justified("because it is so" + odd + ".", lin)));
        assertRejected(Rejection.INVALID_TICKET, () -> file(RequestDrafts.ticket("CASE" + odd + "18", lin)));
        AccessRequest request = file(lin);
        assertRejected(Rejection.INVALID_COMMENT, () -> vote(request, VoteDecision.DENY, "no" + odd + "."));
        realm.grants.add(Grants.running());
        assertRejected(
                Rejection.INVALID_COMMENT,
                () -> realm.accessEnding().revoke("grant-1", Voters.fresh(People.avery()), "closed" + odd + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufe0f",
                "\ufe0e",
                "\u0301",
                "\u20dd",
                "a \ufe0f",
                "\u2764\ufe0f\ufe0e",
                "\n\ufe0f",
                "e\u0301\u0301\u0301\u0301\u0301",
                "e\u20dd\u20dd\u20dd\u20dd\u20dd"
            })
    void refusesWhenNothingIsSeenOrMarksHideTheText(String odd) {
        String text = odd.repeat(10);
        AccessRequest request = file(RequestDrafts.ofLin());
        realm.grants.add(Grants.running());

        assertRejected(
                Rejection.INVALID_JUSTIFICATION, () -> file(RequestDrafts.justified(text, RequestDrafts.ofLin())));
        assertRejected(Rejection.INVALID_COMMENT, () -> vote(request, VoteDecision.DENY, text));
        assertRejected(
                Rejection.INVALID_COMMENT,
                () -> realm.accessEnding().revoke("grant-1", Voters.fresh(People.avery()), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e\u0301\u0301\u0301\u0301", "\u2764\ufe0f", "1\ufe0f\u20e3", "\u0928\u0940\u0924\u093e"})
    void takesWhatHasMarksAndFormsWhenItIsSeen(String seen) {
        assertThat(TextRules.isProse(seen)).isTrue();
        assertThat(TextRules.isProse(seen + " " + seen)).isTrue();
    }

    @Test
    void countsWhatIsSeenWhenALengthIsAskedFor() {
        assertThat(TextRules.visible("a b\u00a0c\n\u2764\ufe0f e\u0301")).isEqualTo(5);
        RequestDraft lin = RequestDrafts.ofLin();
        assertRejected(Rejection.INVALID_JUSTIFICATION, () -> file(RequestDrafts.justified("a b c d e f g h i", lin)));
        file(RequestDrafts.justified("a b c d e f g h i j", lin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-app\u00a0", "sample-app ", "sample\tapp", "sample-app\ufe0e", "sample-app\u200b"})
    void refusesClientWhenItsIdHidesSomething(String clientId) {
        assertRejected(
                Rejection.UNKNOWN_CLIENT,
                () -> file(RequestDrafts.through(Clients.named(clientId), RequestDrafts.ofLin())));
        file(RequestDrafts.through(Clients.named("sample-app\u00e9"), RequestDrafts.ofLin()));
    }

    @Test
    void takesWhatIsWrittenWhenItHasLinesAndLettersOfAllKinds() {
        String text = "line\r\nby line,\tso \ud83d\ude00 e\u0301 \u05d0 \u2764\ufe0f";
        AccessRequest request = file(RequestDrafts.justified(text, RequestDrafts.ofLin()));
        assertThat(request.content().reason().justification()).isEqualTo(text);
        AccessRequest denied = vote(request, VoteDecision.DENY, text);
        assertThat(denied.state().votes().get(0).input().comment()).isEqualTo(text);
        realm.grants.add(Grants.running());
        assertThat(realm.accessEnding()
                        .revoke("grant-1", Voters.fresh(People.avery()), text)
                        .grants()
                        .get(0)
                        .term()
                        .ending()
                        .orElseThrow()
                        .reason())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t"})
    void refusesTicketWhenItHasSeveralLines(String separator) {
        realm.put(PolicyDrafts.usConfidential().with("ticketPattern", "(?s).*"));
        assertRejected(
                Rejection.INVALID_TICKET,
                () -> file(RequestDrafts.ticket("CASE" + separator + "18", RequestDrafts.ofLin())));
        assertThat(TextRules.isLine("CASE 18")).isTrue();
    }
}
