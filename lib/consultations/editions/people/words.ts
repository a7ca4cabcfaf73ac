import { barsFigure } from "../../../documents/charts"
import type { Block } from "../../../documents/model"
import { formatNumber, percent, say } from "../../../words"
import { type PeopleSaid, peopleInWords } from "../../individuals/words"
import { heading, paragraph } from "../blocks/words"
import type { EditionDocument } from "../document"

/** What people said to one question, as bars to a scale of all who answered it; its finding alone where nothing is shown. */
function barsOf({ finding, answered, held, counts }: PeopleSaid, colour: string | null): Block {
  if (held || answered === 0 || counts.length === 0) return paragraph(`${finding}.`)
  return barsFigure(
    {
      ...{ finding, most: answered },
      rowsAre: say("Answer"),
      series: [say("People")],
      rows: counts.map(({ label, people }) => ({ label, values: [people] })),
      format: (count) => `${formatNumber(count)} (${percent(count, answered)})`,
    },
    colour,
  )
}

/** What people said for themselves, apart from all that groups said. */
export const peopleBlocks = ({ people }: EditionDocument, colour: string | null): Block[] =>
  people
    ? [
        heading(1, say("What people said for themselves"), "people"),
        paragraph(peopleInWords(people)),
        ...people.questions.flatMap((one, at) => [
          heading(2, `${one.number}. ${one.title}`, `people-${at + 1}`),
          barsOf(one, colour),
        ]),
      ]
    : []
