/* SPDX-License-Identifier: Apache-2.0 */
import { followOtherTabs, tellWhatWasNotDone } from "./data-access-session.js";
import { showTimes } from "./data-access-times.js";

const page = document.getElementById("data-access-answer");
showTimes(page);
followOtherTabs(page);
tellWhatWasNotDone(page);
