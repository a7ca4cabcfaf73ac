import { withQuery } from "@/app/_ui/address"
import { ActionMenu } from "@/app/_ui/disclosure"
import { Static } from "@/app/_ui/static"
import { TABLE_FILES } from "@/lib/spreadsheet/tables"

type Place = { path: string; query: Record<string, string | string[] | undefined> }

/** Takes the list along as a file, with its filters and order: the columns in sight, or everything that is kept. */
export function Exports({ place }: { place: Place }) {
  const files = { ...place, path: `${place.path}/export` }
  return (
    <Static>
      <ActionMenu label="Export">
        {[
          { title: "These columns", everything: null },
          { title: "Everything kept", everything: "yes" },
        ].map(({ title, everything }) => (
          <div key={title}>
            <p className="m-0 font-semibold">{title}</p>
            <ul className="m-0 flex list-none flex-wrap gap-x-4 p-0">
              {Object.entries(TABLE_FILES).map(([format, { label }]) => (
                <li key={format}>
                  <a
                    href={withQuery(files, { format, everything, view: null })}
                    className="inline-flex min-h-9 items-center"
                  >
                    {label}
                    <span className="sr-only">, {title.toLowerCase()}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p className="m-0">
          <a
            href={withQuery(place, { print: "all", page: null })}
            className="inline-flex min-h-9 items-center font-semibold"
          >
            Print the whole list
          </a>
        </p>
      </ActionMenu>
    </Static>
  )
}
