/* SPDX-License-Identifier: Apache-2.0 */
import { dropDraft } from "./data-access-draft.js";
import { followOtherTabs, tellWhatWasNotDone } from "./data-access-session.js";
import { showTimes } from "./data-access-times.js";

const page = document.getElementById("data-access-notice");
showTimes(page);
dropDraft(page);
followOtherTabs(page);
tellWhatWasNotDone(page);
