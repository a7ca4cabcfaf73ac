import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink, Tabs } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { BIDDING_WAYS, INTEREST_READERS } from "@/db/vocabulary"
import { getInterestAround } from "@/lib/opportunities/interest/queries"
import { getOwnCapability } from "@/lib/opportunities/partners/queries"
import { getOpportunity } from "@/lib/opportunities/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { CapabilityFacts } from "../../_parts/capability"
import { expressInterestForm, withdrawInterestForm } from "./actions"

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A group says that it would bid, and sees beforehand what of its profile others will see. */
export default async function ExpressInterest(props: PageProps) {
  const [frame, { its, groups, group, said, own }] = await visit(props, async (ctx, query, { id = "" }) => {
    const its = await getOpportunity(ctx, id)
    const groups = "groups" in ctx.actor ? ctx.actor.groups.filter(({ lead }) => lead) : []
    const asked = z.uuid().safeParse(query.group).data
    const group = groups.find((one) => one.id === asked) ?? groups[0] ?? null
    if (!group) return { its, groups, group, said: undefined, own: null }
    const [own, around] = await Promise.all([getOwnCapability(ctx, group.id), getInterestAround(ctx, id)])
    return { its, groups, group, said: around.own.find((one) => one.groupId === group.id), own }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/opportunities/${its.id}`
  const live = said && !said.withdrawnAt ? said : null
  return (
    <Frame {...frame} title={say("We’re interested")} at="opportunities">
      <BackLink href={back}>{its.title}</BackLink>
      <h1>{say("We’re interested")}</h1>
      {group && own ? (
        <>
          {groups.length > 1 ? (
            <Tabs
              label={say("For which group?")}
              tabs={groups.map(({ id, name }) => ({
                label: name,
                href: `${back}/interest?group=${id}`,
                current: id === group.id,
              }))}
            />
          ) : null}
          <Static>
            <section aria-labelledby="shown" className="card mb-6 max-w-3xl">
              <h2 id="shown" className="mt-0">
                {say("What will be shown of {group}", { group: group.name })}
              </h2>
              <p>
                {say(
                  "This comes from your profile, your files and our funding ledger, and is kept up to date by itself. Nothing else is shown but what you write below.",
                )}{" "}
                <a href={`/${lio}/groups/${group.id}/details`}>{say("Change your profile")}</a>{" "}
                <a href={`/${lio}/groups/${group.id}/files`}>{say("Add insurance or a policy")}</a>
              </p>
              {own.capability ? <CapabilityFacts its={own.capability} /> : null}
            </section>
          </Static>
          <Form
            action={expressInterestForm}
            lio={lio}
            id="interest"
            submit={live ? say("Save and send again") : say("Send that we’re interested")}
            secondary={<a href={back}>{say("Cancel")}</a>}
            values={{
              how: live?.how ?? "",
              offer: live?.offer ?? "",
              seenBy: live?.seenBy ?? "staff",
              willing: own.consent?.willing ? "yes" : "no",
            }}
            className="max-w-3xl"
          >
            <input type="hidden" name="opportunityId" value={its.id} />
            <input type="hidden" name="groupId" value={group.id} />
            <Radios name="how" legend={say("How would you bid?")} options={optionsOf(BIDDING_WAYS)} />
            <TextArea name="offer" label={say("What could you do?")} most={3000} rows={5} />
            <Radios
              name="seenBy"
              legend={say("Who may see that you’re interested?")}
              hint={say("Groups that show themselves see each other. You can change this later.")}
              options={optionsOf(INTEREST_READERS)}
            />
            <Radios
              name="willing"
              legend={say("May other groups find you when they look for somebody to bid with?")}
              hint={say(
                "They would see the details above, for other opportunities too. You can say no at any time.",
              )}
              options={[
                { value: "yes", label: say("Yes") },
                { value: "no", label: say("No") },
              ]}
              inline
            />
          </Form>
          {live ? (
            <Form
              action={withdrawInterestForm}
              lio={lio}
              id="withdraw"
              submit={say("Withdraw")}
              kind="secondary"
              fold={say("We’re no longer interested")}
            >
              <p className="max-w-3xl">
                {say(
                  "After that, only your own group and our staff can see that you were interested. If you change your mind, you’ll have to fill this form in again.",
                )}
              </p>
              <input type="hidden" name="opportunityId" value={its.id} />
              <input type="hidden" name="groupId" value={group.id} />
            </Form>
          ) : null}
        </>
      ) : (
        <p className="max-w-3xl">
          {say("A lead of a group says for it that it’s interested. Ask the lead of your group to sign in.")}
        </p>
      )}
    </Frame>
  )
}
