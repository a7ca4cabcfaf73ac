import { Banner } from "@/app/_ui/banner"
import type { StaffHome } from "@/lib/home/queries"
import { say } from "@/lib/words"

/** Says on Today that what is here is made up, as long as it is. */
export function ExamplesLine({ lio, examples }: { lio: string; examples: StaffHome["examples"] }) {
  if (examples.groups === 0) return null
  const links = examples.mayRemove
    ? [{ label: say("Remove it"), href: `/${lio}/settings/start#examples` }]
    : undefined
  return (
    <Banner kind="note" links={links}>
      {say("This is example data. Nobody in it exists, and no emails go to them.")}
    </Banner>
  )
}
