import { electionPath } from "../../access/links"
import { linksUntil } from "../../partnerships/elections/taking/queries"
import { inWords, say } from "../../words"
import type { Item, Place } from "../items"
import type { Choosing } from "./queries"

/** Groups of the reader can put somebody up for a seat, or vote: the link opens it without signing in. */
export function choosingItem(place: Place, all: Choosing[], { id }: { id: string }): Item {
  const [one] = all as [Choosing]
  const groups = inWords(all.map(({ group }) => group))
  const left = place.left(one.until)
  const day = place.date(one.until)
  const expires = linksUntil({ votingUntil: new Date(one.votingUntil) })
  const path = electionPath(place, one.electionId, { personId: id }, expires)
  return one.askedAt === null
    ? {
        title: one.title,
        detail: say("{groups}: not voted yet. Voting closes on {day}.", { groups, day }),
        path,
        subject: say("{title}: {left} to vote", { title: one.title, left }),
        action: say("Vote"),
      }
    : {
        title: one.title,
        detail: say("Groups can put somebody up for {board} until {day}.", { board: one.board, day }),
        path,
        subject: say("{title}: who should speak for groups?", { title: one.title }),
        action: say("Stand, or put somebody up"),
      }
}
