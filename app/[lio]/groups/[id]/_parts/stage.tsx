import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { MEMBERSHIP_STANDINGS, STAGES } from "@/db/vocabulary"
import { COUNTS } from "@/lib/membership-status/period"
import { type Line, lineOf } from "@/lib/membership-status/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = {
  /** Where the group's membership is kept. */
  href: string
  stage: keyof typeof STAGES
  /** The LIO has kinds of membership: member and affiliate then follow from them. */
  kinds: boolean
  membership: Line | null
}

/** The stage of a group, as far as it is typed: whoever has a membership is what it says. */
export function StageField({ href, stage, kinds, membership }: Props) {
  const follows = membership !== null && COUNTS.has(membership.state) && stage !== "closed"
  const link = <a href={href}>{say("See its membership")}</a>
  if (follows) {
    return (
      <div className="field">
        <p className="m-0 font-semibold">{say("Stage: {stages}", { stages: STAGES[stage] })}</p>
        <p className="m-0">
          {sayRich("It follows from the membership. {membership}. {link}", {
            membership: lineOf(membership),
            link,
          })}
        </p>
        <input type="hidden" name="stage" value={stage} />
      </div>
    )
  }
  const typed = (value: string) => !kinds || value === stage || !(value in MEMBERSHIP_STANDINGS)
  return (
    <div className="stage-asked">
      <Radios
        name="stage"
        legend={say("Stage")}
        hint={
          kinds
            ? sayRich("Whether a group is a member or an affiliate follows from its membership. {link}", {
                link,
              })
            : undefined
        }
        options={Object.entries(STAGES)
          .filter(([value]) => typed(value))
          .map(([value, label]) => ({ value, label }))}
      />
      <div className="when-chosen">
        <TextArea
          name="stageReason"
          label={say("Why?")}
          hint={say("Why they got in touch, or why they are not a member.")}
          rows={2}
          optional
        />
      </div>
    </div>
  )
}
