import type { ReactNode } from "react"
import type { Face } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"

export type ByLink = { lio: string; token: string }

/** What every form of the link's pages carries. */
export const LinkFields = ({ lio, token }: ByLink) => (
  <>
    <input type="hidden" name="lio" value={lio} />
    <input type="hidden" name="key" value={token} />
  </>
)

/** The page of a link that opens nothing any more. */
export const Expired = ({ face, children }: { face: Face; children?: ReactNode }) => (
  <PublicFrame lio={face} title={say("This link has expired")}>
    <h1>{say("This link has expired")}</h1>
    <p className="max-w-2xl">
      {children ??
        say("Use the link in our latest email about this, or get in touch with {name}.", { name: face.name })}
    </p>
  </PublicFrame>
)
