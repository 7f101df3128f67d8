/* SPDX-License-Identifier: Apache-2.0 */
import { Link, type LinkProps } from "react-router-dom";

/** A link that stands among other text: PatternFly tells it by its colour alone, which not everybody sees. */
export const TextLink = (props: LinkProps) => (
  <Link {...props} style={{ textDecoration: "underline" }} />
);
