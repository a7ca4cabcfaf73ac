import { formatDate, say, sayCount, shortened } from "../../words"
import type { Alarm } from "./queries"

/** What an alarm says. */
export function alarmInWords({ kind, board, about, on, many }: Alarm): string {
  const day = on ? formatDate(on) : ""
  switch (kind) {
    case "to_check":
      return sayCount(
        many ?? 1,
        {
          one: "{count} nomination to check: {title}, {board}",
          other: "{count} nominations to check: {title}, {board}",
        },
        { title: about, board },
      )
    case "vacancy":
      return on
        ? say("{seat} on {board} has been vacant since {day}", { seat: about, board, day })
        : say("{seat} on {board} is vacant", { seat: about, board })
    case "being_chosen":
      return say("{seat} on {board} is vacant, and groups are choosing: voting closes on {day}", {
        ...{ seat: about, board, day },
      })
    case "term_ending":
      return say("The term of {name} on {board} ends on {day}", { name: about, board, day })
    case "no_report":
      return say("Nobody has reported from the last two meetings of {board}", { board })
    case "promise_overdue":
      return say("Promised at {board}, and due on {day}: {promise}", {
        ...{ board, day, promise: shortened(about, 120) },
      })
    case "not_declared":
      return on
        ? say("{name} last declared interests for {board} on {day}", { name: about, board, day })
        : say("{name} hasn’t declared interests for {board}", { name: about, board })
  }
}
