import { entry, review } from "./rows.ts";
import { rule } from "./rule.ts";

const entries = (...changes: object[]) => ({ worklist_entry: changes.map((change) => entry({ ...change })) });
const reviews = (...changes: object[]) => ({ review_decision: changes.map((change) => review({ ...change })) });

const days = ["list_date", "reviewed_on", "matched_on", "handed_back_on", "updated_on", "rematched_on"];

rule("day/worklist_entry_after_report", {
  passes: entries({}, { reviewed_on: "20/04/2022" }),
  fails: [
    entries(...days.map((name) => ({ [name]: "01/05/2022" }))),
    ...days.map((name, at) => `${at + 1} ${name}: 2022-05-01 | up to 2022-04-26`),
  ],
  boundary: [entries({ matched_on: "26/04/2022" }, { matched_on: "27/04/2022" }), "2 matched_on: 2022-04-27"],
});

rule("worklist_entry/unit_unknown", {
  passes: entries({}, { corrected_unit_code: "25198" }),
  fails: [
    entries({ unit_code: "99999" }, { corrected_unit_code: "99998" }),
    "1 unit_code: 99999 | a unit code of edition 2022",
    "2 corrected_unit_code: 99998",
  ],
  // 697 is a district of 2022 and nothing in 2025; a code of six characters has its structural issue.
  boundary: [
    { ...entries({ unit_code: "697" }, { unit_code: "01" }, { unit_code: "123456" }), edition: "2025" },
    "1 unit_code: 697",
  ],
});

rule("worklist_entry/value_missing", {
  passes: entries({}, { matched_on: "20/04/2022", match_result: "sai" }),
  fails: [
    entries({ matched_on: "20/04/2022" }, { match_result: "đúng" }),
    "1 match_result: ∅ | right, wrong or not found",
    "2 matched_on: ∅ | the day of this result",
  ],
  // A day or a result that cannot be read has its own issue.
  boundary: [
    entries(
      { matched_on: "20/04/2022", match_result: "đúng" },
      { matched_on: "20/04/2022", match_result: "?" },
      { matched_on: "31/04/2022", match_result: "đúng" },
      { rematched_on: "20/04/2022" },
    ),
    "4 rematch_result",
  ],
});

rule("day/review_decision_after_report", {
  passes: reviews({}),
  fails: [reviews({ decided_on: "01/05/2022" }), "1 decided_on: 2022-05-01 | up to 2022-04-26"],
  boundary: [reviews({ decided_on: "26/04/2022" }, { decided_on: "27/04/2022" }), "2 decided_on: 2022-04-27"],
});
