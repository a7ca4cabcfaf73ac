import { type Place, withQuery } from "@/app/_ui/address"
import { ActionMenu } from "@/app/_ui/disclosure"
import { FileLinks } from "@/app/_ui/export-links"
import { Static } from "@/app/_ui/static"
import { say } from "@/lib/words"

/** Takes the list along as a file, with its filters and order: the columns in sight, or everything that is kept. */
export function Exports({ place }: { place: Place }) {
  return (
    <Static>
      <ActionMenu label={say("Export")}>
        {[
          { title: say("These columns"), everything: null },
          { title: say("Everything kept"), everything: "yes" },
        ].map(({ title, everything }) => (
          <div key={title}>
            <p className="m-0 font-semibold">{title}</p>
            <FileLinks place={place} about={title.toLowerCase()} changes={{ everything, view: null }} />
          </div>
        ))}
        <p className="m-0">
          <a
            href={withQuery(place, { print: "all", page: null })}
            className="inline-flex min-h-9 items-center font-semibold"
          >
            {say("Print the whole list")}
          </a>
        </p>
      </ActionMenu>
    </Static>
  )
}
