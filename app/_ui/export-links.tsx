import { TABLE_FILES } from "@/lib/spreadsheet/tables"
import { say } from "@/lib/words/say"
import { type Place, withQuery } from "./address"
import { ActionMenu } from "./disclosure"
import { Static } from "./static"

/** The kinds of file that a list can be had as, with its filters and its order. `changes`: what else the address says. */
export function FileLinks({
  place,
  about,
  changes,
}: {
  place: Place
  about?: string
  changes?: Record<string, string | null>
}) {
  const files = { ...place, path: `${place.path}/export` }
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 p-0">
      {Object.entries(TABLE_FILES).map(([format, { label }]) => (
        <li key={format}>
          <a href={withQuery(files, { format, ...changes })} className="inline-flex min-h-9 items-center">
            {label}
            {about ? <span className="sr-only">, {about}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Takes a list along as a file. */
export const ExportMenu = ({ place }: { place: Place }) => (
  <Static>
    <ActionMenu label={say("Export")}>
      <FileLinks place={place} />
    </ActionMenu>
  </Static>
)
