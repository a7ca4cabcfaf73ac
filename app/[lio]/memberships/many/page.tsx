import { redirect } from "next/navigation"
import { backTo } from "@/app/_http/back-to"
import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import type { Ctx } from "@/lib/access/ctx"
import { chosenInput, NONE } from "@/lib/bulk/input"
import { listGroupIds } from "@/lib/groups/list/queries"
import { MOST_TICKED } from "@/lib/lists/input"
import { owedInWords, sumOf } from "@/lib/membership-status/words"
import { listForMany, type OneOfMany } from "@/lib/memberships/bulk/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { formatMoney, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { BeginMany } from "../_parts/many"
import { doForManyForm } from "../actions"

const ACTS = {
  paid: say("Mark as paid"),
  renew: say("Renew membership"),
  begin: say("Begin membership"),
} as const
type Act = keyof typeof ACTS

async function readMany(ctx: Ctx, query: Query) {
  const chosen = chosenInput.catch(NONE).parse(query)
  const ids = "ids" in chosen.which ? chosen.which.ids : await listGroupIds(ctx, chosen.which.filter)
  return {
    from: chosen.from,
    back: String(query.back ?? ""),
    act: Object.keys(ACTS).find((one): one is Act => one === query.what) ?? "paid",
    total: ids.length,
    groups: await listForMany(ctx, ids.slice(0, MOST_TICKED)),
    types: await listOpenTypes(ctx),
    today: ctx.today,
  }
}

/** One act on the memberships of the groups that were ticked: what it would do, and the button that does it. */
export default async function Many(props: PageProps) {
  const [frame, { from, back, act, total, groups, types, today }] = await visit(props, readMany)
  const lio = frame.lio.slug
  const list = backTo(back, lio) ?? `/${lio}/groups${from ? `?${from}` : ""}`
  if (total === 0) redirect(`${list}${list.includes("?") ? "&" : "?"}select=none`)
  const owing = groups.filter(({ owed }) => owed.length > 0)
  const meant = act === "paid" ? owing : groups
  const title =
    meant.length > 0
      ? `${ACTS[act]}: ${sayCount(meant.length, { one: "{count} group", other: "{count} groups" })}`
      : ACTS[act]
  return (
    <Frame {...frame} title={title} at={list.startsWith(`/${lio}/memberships`) ? "memberships" : "groups"}>
      <BackLink href={list}>{say("Back to the list")}</BackLink>
      <h1>{title}</h1>
      {total > groups.length ? (
        <p>
          {sayCount(
            total,
            {
              one: "You chose {count} group. We can do {groups} at once, so these are the first. Come back for the others.",
              other:
                "You chose {count} groups. We can do {groups} at once, so these are the first. Come back for the others.",
            },
            { groups: groups.length },
          )}
        </p>
      ) : null}
      {act === "begin" ? (
        <BeginMany lio={lio} groups={groups} types={types} today={today} back={list} />
      ) : act === "renew" ? (
        <Renew lio={lio} groups={groups} back={list} />
      ) : owing.length > 0 ? (
        <Paid lio={lio} owing={owing} others={groups.length - owing.length} back={list} />
      ) : (
        <EmptyState drawing="groups" title={say("Nothing is owed")}>
          {say("None of these groups has a fee to pay.")}
        </EmptyState>
      )}
    </Frame>
  )
}

const Ids = ({ groups }: { groups: OneOfMany[] }) =>
  groups.map(({ groupId }) => <input key={groupId} type="hidden" name="groups[]" value={groupId} />)

type PaidProps = { lio: string; owing: OneOfMany[]; others: number; back: string }

function Paid({ lio, owing, others, back }: PaidProps) {
  const latest = sumOf(owing.flatMap(({ owed }) => owed.slice(0, 1)))
  const sum = sumOf(owing.flatMap(({ owed }) => owed))
  return (
    <>
      <ul className="mb-6 max-h-80 overflow-y-auto">
        {owing.map(({ groupId, group, owed }) => (
          <li key={groupId}>
            <a href={`/${lio}/groups/${groupId}/membership`}>{group}</a> {owedInWords(owed)}
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p className="text-soft">
          {sayCount(others, {
            one: "{count} other group that you chose owes nothing.",
            other: "{count} other groups that you chose owe nothing.",
          })}
        </p>
      ) : null}
      <Form
        action={doForManyForm}
        lio={lio}
        submit={
          latest === sum
            ? sayCount(
                owing.length,
                { one: "Mark {count} group as paid, {sum}", other: "Mark {count} groups as paid, {sum}" },
                { sum: formatMoney(sum) },
              )
            : sayCount(owing.length, {
                one: "Mark {count} group as paid",
                other: "Mark {count} groups as paid",
              })
        }
        values={{ what: "paidAll" }}
      >
        <input type="hidden" name="back" value={back} />
        {latest === sum ? (
          <input type="hidden" name="what" value="paidAll" />
        ) : (
          <Radios
            name="what"
            legend={say("What was paid?")}
            options={[
              { value: "paidAll", label: say("Everything they owe: {sum}", { sum: formatMoney(sum) }) },
              {
                value: "paid",
                label: say("Only the latest fee of each: {sum}", { sum: formatMoney(latest) }),
                hint: say("What they owe for earlier periods stays unpaid."),
              },
            ]}
          />
        )}
        <Ids groups={owing} />
        <DateFields name="paidOn" legend={say("When was it paid?")} quick />
      </Form>
    </>
  )
}

const Renew = ({ lio, groups, back }: { lio: string; groups: OneOfMany[]; back: string }) => (
  <>
    <p>
      {say(
        "Each group keeps its kind of membership, starting the day after the current one ends, or today if it ended long ago. We’ll leave any that can’t be renewed as they are, and tell you why.",
      )}
    </p>
    <ul className="mb-6 max-h-80 overflow-y-auto">
      {groups.map(({ groupId, group, line }) => (
        <li key={groupId}>
          <a href={`/${lio}/groups/${groupId}/membership`}>{group}</a>{" "}
          <span className="text-soft">{line}</span>
        </li>
      ))}
    </ul>
    <Form
      action={doForManyForm}
      lio={lio}
      submit={sayCount(groups.length, {
        one: "Renew {count} membership",
        other: "Renew {count} memberships",
      })}
    >
      <input type="hidden" name="what" value="renew" />
      <input type="hidden" name="back" value={back} />
      <Ids groups={groups} />
    </Form>
  </>
)
