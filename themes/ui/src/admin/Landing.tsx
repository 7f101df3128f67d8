/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { useMe } from "../queries/me";
import { toApprovals } from "./paths";

/**
 * Whoever opens the console without an address, and approves, begins at what waits for them; an auditor at the requests,
 * which are all there is for them.
 */
export const Landing = ({ realm }: { realm: string }) => {
  const me = useMe().data;
  const beginsHere = me && (me.approver || me.auditor);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  // Once for each time the console is opened: whoever goes to the home page later wants to be there.
  const hasLanded = useRef(false);
  useEffect(() => {
    if (beginsHere === undefined || hasLanded.current) {
      return;
    }
    hasLanded.current = true;
    if (beginsHere && ["", realm].includes(pathname.replaceAll("/", ""))) {
      void navigate(toApprovals({ realm }), { replace: true });
    }
  }, [beginsHere, navigate, pathname, realm]);
  return null;
};
