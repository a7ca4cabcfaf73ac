import { Static } from "@/app/_ui/static"
import type { Written } from "@/lib/consultations/results/written/queries"
import { say } from "@/lib/words"

type Props = { written: Written[]; staff: boolean; lio: string }

/** What groups wrote, each with its group's name where answers have names. */
export const WrittenAnswers = ({ written, staff, lio }: Props) => (
  <Static as="ol" className="max-w-3xl list-none p-0">
    {written.map((one) => (
      <li key={one.key} className="border-b border-line py-4">
        <p className="mb-1 whitespace-pre-line">{one.text}</p>
        <p className="hint m-0">
          {one.groupId ? (
            <a href={`/${lio}/groups/${one.groupId}`}>{one.by}</a>
          ) : (
            (one.by ?? say("A group that answered"))
          )}
          {staff && one.quotes === "no" ? ` ${say("(may not be quoted)")}` : ""}
          {staff && one.by && one.quotes === "groups"
            ? ` ${say("(may be quoted only to the groups that were asked)")}`
            : ""}
        </p>
      </li>
    ))}
  </Static>
)
