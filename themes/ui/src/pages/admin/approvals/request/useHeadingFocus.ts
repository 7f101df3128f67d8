/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect } from "react";
import { useLocation } from "react-router-dom";

/** To be passed on when going to a page whose heading shall have the focus. */
export const FOCUS_HEADING = { focusHeading: true };

/** Keycloak's page header takes no ref. */
export const focusHeading = () => {
  const heading = document.querySelector<HTMLElement>(
    "h1[data-testid='view-header']",
  );
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
};

/** After a decision the keyboard and the screen reader go on at the heading of what comes next. */
export const useHeadingFocus = () => {
  const location = useLocation();
  const state = location.state as Partial<typeof FOCUS_HEADING> | null;
  const wanted = state?.focusHeading === true;
  useEffect(() => {
    if (wanted) {
      focusHeading();
    }
  }, [wanted, location.pathname]);
};
