/* SPDX-License-Identifier: Apache-2.0 */
import { useSearchParams } from "react-router-dom";
import { Loaded } from "../../components/Loaded";
import { useOffers } from "../../queries/own";
import { AskPage } from "./ask/AskPage";
import { OverviewPage } from "./OverviewPage";

/** What one has and has asked for; with `?ask` the form that asks for more. */
const DataAccessPage = () => {
  const [query] = useSearchParams();
  const offers = useOffers();
  return (
    <Loaded query={offers}>
      {(all) =>
        query.has("ask") ? (
          <AskPage offers={all} />
        ) : (
          <OverviewPage offers={all} />
        )
      }
    </Loaded>
  );
};

export default DataAccessPage;
