import { Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { PROOFS, SHARES } from "@/db/vocabulary"
import { SHARE_MEANS } from "@/lib/funding/words"
import { say } from "@/lib/words"
import { GroupPicker } from "../../_parts/group-picker"

type Option = { value: string; label: string }
type Props = { lio: string; groups: { id: string; name: string }[]; funders: Option[] }

/** What is said of a bid: who asks whom, for what, how much, and by when. */
export function BidFields({ lio, groups, funders }: Props) {
  return (
    <>
      <GroupPicker lio={lio} chosen={groups} />
      <TextField
        name="title"
        label={say("What is the money for?")}
        hint={say("For example, a cook for two days a week")}
      />
      {funders.length > 0 ? (
        <Select name="funderId" label={say("Funder")} options={funders} empty={say("Not on the list yet")} />
      ) : null}
      <TextField
        name="newFunder"
        label={funders.length > 0 ? say("Or a funder that isn’t on the list") : say("Funder")}
        optional={funders.length > 0}
      />
      <TextField
        name="asked"
        label={say("How much will they ask for?")}
        hint={say("In pounds, for example 12,500. Leave it empty if you don’t know yet.")}
        prefix="£"
        width="sm"
        optional
      />
      <DateFields
        name="deadlineOn"
        legend={say("Deadline")}
        hint={say("We add it to the tasks of the group.")}
        optional
      />
      <TextArea name="notes" label={say("Notes")} optional />
    </>
  )
}

/** Our part in a bid, each explained. */
export const ShareField = ({ optional, hint }: { optional?: boolean; hint?: string }) => (
  <Radios
    name="share"
    legend={say("What was our part in it?")}
    options={Object.entries(SHARES).map(([value, label]) => ({
      value,
      label,
      hint: SHARE_MEANS[value as keyof typeof SHARES],
    }))}
    hint={hint}
    optional={optional}
  />
)

/** How an award is known; only a published grant makes it matched. */
export const ProofField = ({ matched }: { matched: boolean }) => (
  <Radios
    name="proof"
    legend={say("How do you know?")}
    options={Object.entries(PROOFS)
      .filter(([value]) => matched || value !== "matched")
      .map(([value, label]) => ({ value, label }))}
  />
)
