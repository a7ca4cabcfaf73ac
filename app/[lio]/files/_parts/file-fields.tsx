import { Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { FILE_KINDS } from "@/db/vocabulary"
import { isByName } from "@/lib/access/audiences"
import { say } from "@/lib/words"

type Props = {
  audiences: Record<string, string>
  /** What stands now, of a file that is there. */
  now?: { kind: string; runsUntil: string | null; audience: string }
}

const listed = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is said of a file: its kind, its last day, who may read it. */
export function FileFields({ audiences, now }: Props) {
  const [usual] = Object.keys(audiences)
  return (
    <>
      <Select
        name="kind"
        label={say("Kind of file")}
        empty={null}
        value={now?.kind ?? "other"}
        options={listed(FILE_KINDS)}
      />
      <DateFields
        name="runsUntil"
        legend={say("Runs until")}
        optional
        hint={
          Object.keys(audiences).every(isByName)
            ? say("For insurance and policies. For example, 27 6 2026")
            : say("For insurance and policies. Staff are reminded 30 days before. For example, 27 6 2026")
        }
        value={now?.runsUntil ?? undefined}
      />
      {Object.keys(audiences).length > 1 ? (
        <Radios
          name="audience"
          legend={say("Who may read it?")}
          value={now?.audience ?? usual}
          options={listed(audiences)}
        />
      ) : null}
    </>
  )
}
