import { type PageProps, visit } from "@/app/_http/visit"
import { Radios, Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Static } from "@/app/_ui/static"
import { CONSENT_WAYS } from "@/db/vocabulary"
import { leads } from "@/lib/access/may"
import { listWonBy } from "@/lib/funding/bids/together/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { getOwnCapability } from "@/lib/opportunities/partners/queries"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { CapabilityFacts } from "../../../opportunities/_parts/capability"
import { GroupFrame } from "../_parts/group-frame"
import { sayBiddingConsentForm } from "./actions"
import { WonList } from "./won-list"

type Consent = Awaited<ReturnType<typeof getOwnCapability>>["consent"]

function howItStands(consent: Consent, group: string): string {
  if (!consent)
    return say("Nobody has said yet whether others may find {group}. Until then they can’t.", { group })
  const { willing, saidOn, saidBy, saidHow } = consent
  const words = { group, day: formatDate(saidOn), how: CONSENT_WAYS[saidHow], who: saidBy ?? say("somebody") }
  return willing
    ? say("Others may find {group}: said by {who} on {day} ({how}).", words)
    : say("Others may not find {group}: said by {who} on {day} ({how}).", words)
}

/** Whether others that look for somebody to bid with may find a group, and what they would see. */
export default async function Bidding(props: PageProps) {
  const [frame, { header, consent, capability, won, says, keeps, now }] = await visit(
    props,
    async (ctx, _, { id = "" }) => ({
      header: await getGroupHeader(ctx, id),
      ...(await getOwnCapability(ctx, id)),
      won: await listWonBy(ctx, id),
      says: leads(ctx.actor, id),
      keeps: mayKeepGroups(ctx.actor),
      now: ctx.now,
    }),
  )
  const lio = frame.lio.slug
  const staff = frame.actor.kind === "staff"
  return (
    <Frame {...frame} title={say("{group}: bidding with others", { group: header.name })} at="groups">
      <GroupFrame lio={lio} group={header} tab="bidding" keeps={keeps} staff={staff} now={now}>
        <h2>{say("Bidding with others")}</h2>
        <p className="max-w-3xl">
          {say(
            "Groups here look for others with whom they could bid for a contract, by theme, area and size. They find only groups that have said yes.",
          )}
        </p>
        <p className="max-w-3xl font-semibold">{howItStands(consent, header.name)}</p>
        {says || keeps ? (
          <Form
            action={sayBiddingConsentForm}
            lio={lio}
            id="bidding"
            submit={say("Save")}
            values={{ willing: consent?.willing ? "yes" : "no" }}
            className="max-w-3xl"
          >
            <input type="hidden" name="groupId" value={header.id} />
            <Radios
              name="willing"
              legend={say("May other groups find {group}?", { group: header.name })}
              options={[
                { value: "yes", label: say("Yes") },
                { value: "no", label: say("No") },
              ]}
              inline
            />
            {says ? null : (
              <>
                <TextField name="saidBy" label={say("Who told you?")} width="md" optional />
                <Select
                  name="saidHow"
                  label={say("How did they tell you?")}
                  options={Object.entries(CONSENT_WAYS)
                    .filter(([way]) => way !== "page")
                    .map(([value, label]) => ({ value, label }))}
                />
              </>
            )}
          </Form>
        ) : null}
        <Static>
          <h3>{say("What {group} has won", { group: header.name })}</h3>
          <WonList lio={lio} won={won} staff={staff} />
        </Static>
        {capability ? (
          <Static>
            <h3>{say("What others would see")}</h3>
            <CapabilityFacts its={capability} />
          </Static>
        ) : null}
      </GroupFrame>
    </Frame>
  )
}
