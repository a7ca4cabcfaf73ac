import type { ReactNode } from "react"
import { OwnColour } from "@/app/_ui/frame-parts"
import { PageTitle } from "@/app/_ui/page-title"
import type { Face } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"

type Props = {
  face: Face
  title: string /** Where the whole of it stands, below our address. */
  path: string
  children: ReactNode
}

/** What is round a page that stands within the LIO's own website: nothing but the way to the whole of it. */
export const EmbedFrame = ({ face: { name, look }, title, path, children }: Props) => (
  <PageTitle title={say("{title} – {lio}", { title, lio: name })}>
    <OwnColour look={look} />
    <main data-audience="members" className="p-4">
      {children}
      <p className="mb-0">
        <a href={path} target="_blank" rel="noopener">
          {say("See all events and training of {name}", { name })}
        </a>
      </p>
    </main>
  </PageTitle>
)
