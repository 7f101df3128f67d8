/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RoleRepresentation;

/** Keycloak's own pages under our theme, and who finds a section of ours beside them. */
@ResourceLock(Browser.OTHER)
final class NativePagesIT {

    private static final String[] SECTION = {"Approvals", "Access grants", "Classification"};

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void opensEveryPageWhenRealmAdministratorWithoutOurRoles() {
        realm.addUser("root", Map.of("country", "US", "legal_entity", "Clips US Data Security"));
        NativeAccess.makeAdministrator(realm, "root");
        Console console = Console.admin(browser.window(), realm, "root");
        Navigation navigation = new Navigation(console);

        assertThat(navigation.titles())
                .contains("Clients", "Client scopes", "Users", "Groups", "Events", "Realm settings", "User federation")
                .contains("Classification")
                .doesNotContain("Approvals", "Access grants");
        navigation.walk();
        console.open("client-scopes");
        picture(console, "native-client-scopes");
        console.open("events/user-events");
        picture(console, "native-events");
    }

    @Test
    void opensEveryPageOfTheAccountConsoleWhenEmployee() {
        Console console = Console.account(browser.window(), realm, "lin");
        Navigation navigation = new Navigation(console);
        navigation.unfold();

        assertThat(navigation.titles()).contains("Personal info", "Signing in", "Applications", "Data access");
        navigation.walk();
    }

    /** Keycloak's own page knows nothing of a login that is too old, and would call the refusal an error of the form. */
    @Test
    void savesPersonalInfoAfterAnotherLoginWhenLoginIsOld() {
        Console console = Console.account(browser.window(), realm, "lin");
        Page page = console.page();
        page.locator("#lastName").fill("Zhou-Lee");
        realm.changePolicy("us-restricted", "approverMaxAge", "PT2S");
        console.waitUntilLoginIsOlderThan(3);

        page.getByTestId("save").click();
        LoginPage.at(page);
        realm.changePolicy("us-restricted", "approverMaxAge", "PT15M");
        page.locator("#password").fill(Realm.PASSWORD);
        page.locator("#kc-login").click();

        assertThat(page.getByText("Your change was saved.")).isVisible();
        assertThat(page.locator("#lastName")).hasValue("Zhou-Lee");
        assertThat(realm.user("lin").toRepresentation().getLastName()).isEqualTo("Zhou-Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avery", "olga", "pat"})
    void showsOurSectionAloneWhenApproverAuditorOrPolicyAdmin(String username) {
        Navigation navigation = new Navigation(Console.admin(browser.window(), realm, username));

        navigation.assertShows(SECTION);
        navigation.walk();
    }

    /** The role opens the console; the group of a policy makes the approver. */
    @Test
    void showsNothingOfOursWhenRoleOfApproversWithoutTheirGroup() {
        realm.addUser("nadia", Map.of("country", "US", "legal_entity", "Clips US Data Security"));
        RoleRepresentation approver =
                realm.admin().roles().get("data-access-approver").toRepresentation();
        realm.user("nadia").roles().realmLevel().add(List.of(approver));
        Console console = Console.admin(browser.window(), realm, "nadia");

        new Navigation(console).assertShows();
        console.assertNoErrors();
    }

    private static void picture(Console console, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            console.wear(scheme);
            console.screenshot(name);
        }
    }
}
