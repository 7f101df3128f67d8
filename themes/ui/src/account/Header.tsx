/* SPDX-License-Identifier: Apache-2.0 */
import {
  type AccountEnvironment,
  useEnvironment,
} from "@keycloak/keycloak-account-ui";
import { KeycloakMasthead, label } from "@keycloak/keycloak-ui-shared";
import { Button } from "@patternfly/react-core";
import { ExternalLinkSquareAltIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useHref } from "react-router-dom";

const BackTo = ({ environment }: { environment: AccountEnvironment }) => {
  const { t } = useTranslation();
  const { referrerName, referrerUrl } = environment;
  return referrerUrl ? (
    <Button
      component="a"
      href={referrerUrl.replace("_hash_", "#")}
      variant="link"
      icon={<ExternalLinkSquareAltIcon />}
      iconPosition="end"
      isInline
    >
      {t("backTo", { app: label(t, referrerName, referrerUrl) })}
    </Button>
  ) : null;
};

/** As Keycloak's, whose button for the navigation would not reach our Page. */
export const Header = ({
  environment,
}: {
  environment: AccountEnvironment;
}) => {
  const { t } = useTranslation();
  const { keycloak } = useEnvironment<AccountEnvironment>();
  const { logo, logoUrl, resourceUrl } = environment;
  const internal = useHref(logoUrl || "/");
  return (
    <KeycloakMasthead
      data-testid="page-header"
      keycloak={keycloak}
      features={{ hasManageAccount: false }}
      brand={{
        href: logoUrl && !logoUrl.startsWith("/") ? logoUrl : internal,
        src: `${resourceUrl}/${logo || "logo.svg"}`,
        alt: t("logo"),
        className: "data-access-brand",
      }}
      // Given even when it shows nothing: the first one is what moves the rest to the right.
      toolbarItems={[<BackTo key="back" environment={environment} />]}
    />
  );
};
