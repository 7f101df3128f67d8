/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.dataaccess.keycloak.testing.Browser;
import io.dataaccess.keycloak.testing.Console;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.RealmResource;

/** What the pages stand in: who is shown the way to them, and that Keycloak's own are as they were. */
@ResourceLock(Browser.OTHER)
final class ConsoleShellIT {

    private static final String POLICY_ADMIN = "data-access-policy-admin";

    @RegisterExtension
    static final Realm realm = new Realm();

    @RegisterExtension
    final Browser browser = new Browser();

    /** People with the smallest rights: nothing else is in their navigation. */
    @ParameterizedTest
    @ValueSource(strings = {"avery", "olga", "pat"})
    void showsOnlySectionWhenNobodyElse(String username) {
        Console console = Console.admin(browser.window(), realm, username);

        assertThat(navigation(console.page()).getByRole(AriaRole.LINK))
                .hasText(new String[] {"Approvals", "Access grants", "Classification"});
        section(console.page()).getByText("Classification").click();
        assertThat(heading(console.page(), "Classification")).isVisible();
        console.inspect("shell-" + username);
        console.assertNoErrors();
    }

    @Test
    void showsClassificationAloneWhenRealmAdminOnly() {
        addRealmAdmin("operator");
        Console console = Console.admin(browser.window(), realm, "operator");

        openClients(console);
        assertThat(section(console.page()).getByRole(AriaRole.LINK)).hasText("Classification");
        section(console.page()).getByText("Classification").click();
        assertThat(console.page().getByText("You may read this, and change or decide nothing here"))
                .isVisible();
        console.inspect("shell-realm-admin");
        console.assertNoErrors();
    }

    @Test
    void showsSectionLastWhenRealmAdminIsPolicyAdminToo() {
        addRealmAdmin("chief");
        realm.user("chief")
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get(POLICY_ADMIN).toRepresentation()));
        Console console = Console.admin(browser.window(), realm, "chief");

        openClients(console);
        assertThat(section(console.page())).isVisible();
        assertThat(navigation(console.page()).getByRole(AriaRole.LINK).last()).hasText("Classification");
        console.inspect("shell-chief");
        console.assertNoErrors();
    }

    @Test
    void showsNoMoreThanKeycloakSaysWhenServerCannotTell() {
        addRealmAdmin("unlucky");
        Page page = browser.window();
        page.route("**/data-access/me", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        Console console = Console.admin(page, realm, "unlucky");

        openClients(console);
        assertThat(section(page).getByRole(AriaRole.LINK)).hasText("Classification");
        assertThat(console.errors())
                .allMatch(error -> error.matches("500 GET .*/data-access/me"))
                .isNotEmpty();
    }

    @Test
    void opensPageOfAccountWhenEmployee() {
        Console console = Console.account(browser.window(), realm, "lin");

        console.open("data-access");
        assertThat(heading(console.page(), "Data access")).isVisible();
        console.inspect("shell-account");
        console.assertNoErrors();
    }

    private static void openClients(Console console) {
        navigation(console.page())
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Clients"))
                .click();
        assertThat(heading(console.page(), "Clients")).isVisible();
        console.waitUntilAtRest();
    }

    private static Locator navigation(Page page) {
        return page.locator("nav.pf-v5-c-nav");
    }

    private static Locator section(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Data access"));
    }

    /** By name: while a page is loading, the one before is still shown. */
    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setLevel(1).setName(name).setExact(true));
    }

    private static void addRealmAdmin(String username) {
        realm.addUser(username, Map.of());
        String id = realm.user(username).toRepresentation().getId();
        realm.asAdministratorOfAll(all -> grantRealmAdmin(all, id));
    }

    private static void grantRealmAdmin(RealmResource all, String user) {
        String management =
                all.clients().findByClientId("realm-management").get(0).getId();
        all.users()
                .get(user)
                .roles()
                .clientLevel(management)
                .add(List.of(
                        all.clients().get(management).roles().get("realm-admin").toRepresentation()));
    }
}
