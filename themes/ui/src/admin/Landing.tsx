/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { useMe } from "../queries/me";
import { toApprovals } from "./paths";

/** Once for each time the console is opened: whoever goes to the home page later wants to be there. */
let hasLanded = false;

/** Whoever opens the console without an address, and approves, begins at what waits for them. */
export const Landing = ({ realm }: { realm: string }) => {
  const isApprover = useMe().data?.approver;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (isApprover === undefined || hasLanded) {
      return;
    }
    hasLanded = true;
    if (isApprover && ["", realm].includes(pathname.replaceAll("/", ""))) {
      void navigate(toApprovals({ realm }), { replace: true });
    }
  }, [isApprover, navigate, pathname, realm]);
  return null;
};
