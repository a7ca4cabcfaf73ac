import { say, shortened } from "../../words"
import type { Item, Place } from "../items"
import type { OfBoard } from "./queries"

const OF_BOARDS = {
  reply: {
    title: (board: string) => say("What became of what you wanted raised at {board}", { board }),
    action: say("Read the reply"),
  },
  ask: {
    title: (board: string) => say("What should be raised at {board}?", { board }),
    action: say("Say what should be raised"),
  },
  report: {
    title: (board: string) => say("What happened at {board}", { board }),
    action: say("Read the report"),
  },
}

/** What is new of a board: groups are asked what to raise, a report can be read, or what they wanted raised has a reply. */
export function boardItem(place: Place, one: OfBoard): Item {
  const day = place.date(one.meetsAt)
  const { title: titleOf, action } = OF_BOARDS[one.kind]
  const title = titleOf(one.board)
  const said = shortened(one.words ?? "")
  return {
    title,
    detail:
      one.kind === "ask"
        ? `${say("It meets on {day}. What you say goes to whoever speaks for groups there.", { day })} ${said}`.trim()
        : said || say("It met on {day}.", { day }),
    path: `/${place.slug}/board-meetings/${one.meetingId}${one.kind === "report" ? "/report" : ""}`,
    subject: title,
    action,
  }
}
