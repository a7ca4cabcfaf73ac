import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import type { Group } from "@/lib/groups/queries"
import { say } from "@/lib/words"

type Props = { at: string; group: Group; confirms: boolean }

/** When somebody of the group last said that all is right, and the way to say so now. */
export function Freshness({ at, group, confirms }: Props) {
  const { confirmedOn, confirmedBy, confirmAskedOn } = group
  const waiting = confirmAskedOn && (!confirmedOn || confirmedOn < confirmAskedOn)
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="m-0">
        {confirmedOn
          ? say("Confirmed {confirmedOn} by {confirmedBy}.", {
              confirmedOn: formatDate(confirmedOn),
              confirmedBy: confirmedBy ?? "",
            })
          : say("Never confirmed.")}
        {waiting
          ? ` ${say("Asked on {confirmAskedOn}, no answer yet.", { confirmAskedOn: formatDate(confirmAskedOn) })}`
          : ""}
      </p>
      {confirms ? (
        <ButtonLink href={`${at}/confirm`} kind="secondary">
          {say("Is all of it right?")}
        </ButtonLink>
      ) : null}
    </div>
  )
}
