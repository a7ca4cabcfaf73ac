import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import type { Found } from "@/app/_ui/found"
import type { Face } from "@/lib/lios/look/queries"
import { Frame } from "./frame"
import type { At } from "./nav"
import { PublicFrame } from "./public-frame"

type Props = {
  /** Of whoever is known here; null: the page is seen by anybody. */
  frame: FrameData | null
  face: Face
  title: string
  at: At
  found?: Found
  children: ReactNode
}

/** What is round a page that anybody may see: for those who are known here, what is round all of theirs. */
export const AnyFrame = ({ frame, face, title, at, found, children }: Props) =>
  frame ? (
    <Frame {...frame} title={title} at={at}>
      {children}
    </Frame>
  ) : (
    <PublicFrame lio={face} title={title} found={found}>
      {children}
    </PublicFrame>
  )
